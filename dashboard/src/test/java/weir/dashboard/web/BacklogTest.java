package weir.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import weir.dashboard.live.Found;
import weir.model.Alert;
import weir.model.Severity;

class BacklogTest {
  private final Backlog backlog = new Backlog();

  @Test
  void whatIsBeyondTheBoundIsCounted() {
    for (int i = 0; i < 5 * Backlog.MOST_IN_BATCH; i++) {
      backlog.add(found("because"));
    }

    Backlog.Batch first = backlog.take();
    assertThat(first.alerts()).hasSize(Backlog.MOST_IN_BATCH);
    assertThat(first.left()).isEqualTo(Backlog.MOST_IN_BATCH);
    assertThat(backlog.take().left()).isZero();
  }

  @Test
  void longOnesAreFewerInABatchAndWhileTheyWait() {
    String reason = "x".repeat(200_000);
    for (int i = 0; i < 100; i++) {
      backlog.add(found(reason));
    }

    Backlog.Batch batch = backlog.take();
    assertThat(batch.alerts()).hasSize(6);
    assertThat(batch.left()).isGreaterThan(70);
  }

  private static Found found(String reason) {
    return Found.of(
        new Alert(
            "id",
            Alert.Status.RAISED,
            "rule",
            1,
            1,
            Alert.Mode.LIVE,
            Severity.LOW,
            "user",
            "t",
            1,
            0,
            1,
            1,
            BigDecimal.ONE,
            BigDecimal.ONE,
            "EUR",
            List.of("t"),
            1,
            reason),
        1);
  }
}
