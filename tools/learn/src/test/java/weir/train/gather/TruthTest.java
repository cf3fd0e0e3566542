package weir.train.gather;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import weir.model.Label;
import weir.model.LogPosition;
import weir.model.Payment;
import weir.train.rows.Rows;

/** What was said of a payment, and from when until when it was known as fraud. */
class TruthTest {
  private static final Payment PAYMENT = new Payment("t", "ada", 100);

  private static Label said(String id, long offset, long time, boolean fraud) {
    return new Label(
        id,
        "ada",
        /* time= */ 100,
        List.of(),
        fraud,
        /* source= */ null,
        new LogPosition(0, offset, time),
        /* again= */ false);
  }

  private static Truth truth(Label... labels) {
    Truth truth = new Truth();
    for (Label each : labels) {
      truth.hear(each);
    }
    return truth;
  }

  @Test
  void nothingSaidIsNothingKnown() {
    assertThat(truth(said("other", 0, 200, true)).of(PAYMENT)).isEqualTo(Truth.Known.NOTHING);
    assertThat(truth(said("t", 0, 200, false)).of(PAYMENT)).isEqualTo(Truth.Known.NOTHING);
  }

  /** Heard in another order than they were said, from several partitions. */
  @Test
  void theNewestInTheLogStands() {
    Truth corrected = truth(said("t", 1, 300, false), said("t", 0, 200, true));
    assertThat(corrected.of(PAYMENT)).isEqualTo(new Truth.Known(200, 300));
    Truth after = truth(said("t", 2, 400, true), said("t", 1, 300, false), said("t", 0, 200, true));
    assertThat(after.of(PAYMENT)).isEqualTo(new Truth.Known(400, Rows.NEVER));
    Truth again = truth(said("t", 0, 200, true), said("t", 1, 300, true));
    assertThat(again.of(PAYMENT)).isEqualTo(new Truth.Known(200, Rows.NEVER));
  }

  /** Nine of ten came within 90; one took long, and what was taken back does not count. */
  @Test
  void tellsHowLongLabelsUsuallyTake() {
    Truth truth = new Truth();
    for (int i = 1; i <= 9; i++) {
      truth.hear(said("t" + i, i, 100 + 10 * i, true));
    }
    truth.hear(said("t10", 10, 9_000, true));
    truth.hear(said("honest", 11, 50_000, false));
    assertThat(truth.usualDelayMillis()).isEqualTo(90);
    assertThat(new Truth().usualDelayMillis()).isZero();
  }
}
