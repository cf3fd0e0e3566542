package weir.cli.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weir.model.Alert;
import weir.model.Severity;

/** An alert as a person reads it. */
class AlertLineTest {

  private static Alert alert(Alert.Status status, Alert.Mode mode) {
    return new Alert(
        "1",
        status,
        "velocity",
        1,
        1,
        mode,
        Severity.HIGH,
        "user-7",
        "tx-1",
        0,
        0,
        0,
        1,
        BigDecimal.ONE,
        BigDecimal.ONE,
        "x",
        List.of(),
        0,
        "why");
  }

  @ParameterizedTest
  @CsvSource({
    "RAISED, LIVE, 'high     ', 31",
    "RAISED, SNOOZED, 'snoozed  ', 90",
    "RAISED, SHADOW, 'shadow   ', 90",
    "WITHDRAWN, LIVE, withdrawn, 90",
    "WITHDRAWN, SNOOZED, withdrawn, 90"
  })
  void whatFlagsNothingIsMarkedAndNothingMoves(
      Alert.Status status, Alert.Mode mode, String word, int colour) {
    String line = "00:00:00  " + word + "  velocity            user-7        why";
    assertThat(new AlertLine(/* coloured= */ false, ZoneOffset.UTC).of(alert(status, mode)))
        .isEqualTo(line);
    assertThat(new AlertLine(/* coloured= */ true, ZoneOffset.UTC).of(alert(status, mode)))
        .isEqualTo("\u001B[" + colour + "m" + line + "\u001B[0m");
  }
}
