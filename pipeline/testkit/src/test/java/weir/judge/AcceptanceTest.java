package weir.judge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import weir.form.TransactionJson;
import weir.model.Accepted;
import weir.model.Examined;
import weir.model.LogPosition;
import weir.model.Payload;
import weir.model.RejectReason;
import weir.model.Rejected;
import weir.oracle.Sample;

class AcceptanceTest {
  private static final Acceptance ACCEPTANCE = new Acceptance(60_000, 5_000);
  private static final long TIME = 1_000_000;

  private static Examined examine(long logTime) {
    return ACCEPTANCE.examine(
        TransactionJson.write(Sample.at(TIME).tx()), new LogPosition(0, 0, logTime));
  }

  @ParameterizedTest
  @CsvSource({"0", "60000", "-5000"})
  void upToTheLimitsItIsAccepted(long delay) {
    assertThat(examine(TIME + delay)).isInstanceOf(Accepted.class);
  }

  @ParameterizedTest
  @CsvSource({
    "60001, LATE, '60001 ms late, allowed are 60000'",
    "-5001, FUTURE, '5001 ms ahead of the log, allowed are 5000'"
  })
  void aMillisecondMoreIsTooMuch(long delay, RejectReason reason, String detail) {
    assertThat(examine(TIME + delay))
        .isInstanceOfSatisfying(
            Rejected.class,
            rejected -> {
              assertThat(rejected.reason()).isEqualTo(reason);
              assertThat(rejected.detail()).isEqualTo(detail);
            });
  }

  /** A sender can write any number as the log time. */
  @ParameterizedTest
  @ValueSource(longs = {-1, Long.MIN_VALUE, Long.MAX_VALUE, 253_402_300_800_000L})
  void aRecordWhoseLogTimeIsNoneIsMalformed(long logTime) {
    byte[] value = TransactionJson.write(Sample.at(TIME).tx());
    for (byte[] each : new byte[][] {value, null, {'x'}}) {
      LogPosition position = new LogPosition(0, 7, logTime);
      assertThat(ACCEPTANCE.examine(each, position))
          .isEqualTo(
              new Rejected(
                  RejectReason.MALFORMED,
                  "the log time " + logTime + " is not between 1970 and 9999",
                  position,
                  new Payload(each == null ? new byte[0] : each)));
    }
  }

  @Test
  void theFirstAndTheLastLogTimeAreTimes() {
    long end = 253_402_300_799_999L;
    byte[] last = TransactionJson.write(Sample.at(end).tx());
    byte[] first = TransactionJson.write(Sample.at(0).tx());
    assertThat(ACCEPTANCE.examine(last, new LogPosition(0, 0, end))).isInstanceOf(Accepted.class);
    assertThat(ACCEPTANCE.examine(first, new LogPosition(0, 0, 0))).isInstanceOf(Accepted.class);
  }

  @Test
  void aRecordWithoutAValueIsMalformed() {
    assertThat(ACCEPTANCE.examine(null, new LogPosition(0, 0, 0)))
        .isInstanceOfSatisfying(
            Rejected.class,
            rejected -> assertThat(rejected.reason()).isEqualTo(RejectReason.MALFORMED));
  }
}
