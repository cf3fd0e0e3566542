package weir.dashboard.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AttemptsTest {
  private final AtomicLong now = new AtomicLong();
  private final Attempts attempts = new Attempts(3, now::get);

  @Test
  void afterSoManyOneWaitsForTheRestOfTheSpan() {
    for (int i = 0; i < 3; i++) {
      assertThat(attempts.take("ada")).isZero();
    }
    now.addAndGet(Duration.ofMinutes(5).toNanos());
    assertThat(attempts.take("ada")).isEqualTo(Duration.ofMinutes(10));
    assertThat(attempts.take("bob")).isZero();
    now.addAndGet(Duration.ofMinutes(10).toNanos());
    assertThat(attempts.take("ada")).isZero();
  }

  @Test
  void whatWasNoGuessDoesNotCount() {
    for (int i = 0; i < 10; i++) {
      assertThat(attempts.take("office")).isZero();
      attempts.giveBack("office");
    }
  }

  @Test
  void manyNamesTakeNoMoreMemory() {
    for (int i = 0; i < 20_000; i++) {
      attempts.take("name-" + i);
    }
    assertThat(attempts.size()).isEqualTo(10_000);
  }
}
