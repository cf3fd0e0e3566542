package weir.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WhileAskedTest {
  private static final Duration PAUSE = Duration.ofMillis(5);
  private static final Duration SOON = Duration.ofMillis(50);
  private static final Duration NEVER = Duration.ofDays(1);

  private final BlockingQueue<String> seen = new LinkedBlockingQueue<>();
  private final List<RuntimeException> failures = new CopyOnWriteArrayList<>();

  private final class Place implements WhileAsked.Place {
    private final Supplier<Boolean> look;

    Place(Supplier<Boolean> look) {
      this.look = look;
      seen.add("opened");
    }

    @Override
    public boolean look() {
      boolean complete = look.get();
      seen.add("looked");
      return complete;
    }

    @Override
    public void close() {
      seen.add("closed");
    }
  }

  private WhileAsked looking(String name, Duration unasked, Supplier<Boolean> look) {
    return new WhileAsked(name, () -> new Place(look), failures::add, PAUSE, unasked);
  }

  private void await(String what) throws InterruptedException {
    while (!what.equals(seen.poll(1, TimeUnit.MINUTES))) {
      // What came before does not matter.
    }
  }

  private static List<Thread> threads(String name) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(each -> each.isAlive() && each.getName().equals(name))
        .toList();
  }

  private static void awaitEnd(String name) throws InterruptedException {
    for (Thread each : threads(name)) {
      each.join();
    }
  }

  @Test
  void nothingIsLookedAtBeforeSomebodyAsks() throws Exception {
    WhileAsked looking = looking("before", NEVER, () -> false);
    assertThat(threads("before")).isEmpty();
    looking.ask();
    looking.ask();
    await("looked");
    await("looked");
    assertThat(threads("before")).hasSize(1).allMatch(Thread::isDaemon);
    threads("before").get(0).interrupt();
    awaitEnd("before");
  }

  @Test
  void itEndsWhenNobodyAsksAndBeginsAgain() throws Exception {
    WhileAsked looking = looking("pause", SOON, () -> false);
    looking.ask();
    await("closed");
    awaitEnd("pause");
    seen.clear();
    looking.ask();
    await("looked");
    await("closed");
  }

  @Test
  void whatIsCompleteIsNotLookedAtAgain() throws Exception {
    WhileAsked looking = looking("complete", NEVER, () -> true);
    looking.ask();
    await("closed");
    awaitEnd("complete");
    seen.clear();
    looking.ask();
    assertThat(threads("complete")).isEmpty();
    assertThat(seen).isEmpty();
  }

  @Test
  void whatFailsIsOpenedAgain() throws Exception {
    AtomicInteger looks = new AtomicInteger();
    WhileAsked looking =
        looking(
            "failing",
            NEVER,
            () -> {
              if (looks.incrementAndGet() == 1) {
                throw new IllegalStateException("away");
              }
              return true;
            });
    looking.ask();
    await("closed");
    await("opened");
    await("looked");
    assertThat(failures).hasSize(1).allMatch(each -> "away".equals(each.getMessage()));
  }

  /** An error ends the thread, and with it nothing else. */
  @Test
  void afterAnErrorItBeginsAgainWhenSomebodyAsks() throws Exception {
    AtomicInteger looks = new AtomicInteger();
    WhileAsked looking =
        looking(
            "error",
            NEVER,
            () -> {
              if (looks.incrementAndGet() == 1) {
                Thread.currentThread().setUncaughtExceptionHandler((thread, expected) -> {});
                throw new AssertionError("an error of this test");
              }
              return true;
            });
    looking.ask();
    await("closed");
    awaitEnd("error");
    looking.ask();
    await("looked");
  }

  @Test
  void askingDoesNotWaitForALook() throws Exception {
    CountDownLatch answer = new CountDownLatch(1);
    WhileAsked looking =
        looking(
            "slow",
            NEVER,
            () -> {
              try {
                answer.await();
              } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
              }
              return true;
            });
    looking.ask();
    await("opened");
    looking.ask();
    assertThat(answer.getCount()).as("looks that were waited for").isEqualTo(1);
    answer.countDown();
    await("closed");
  }
}
