package weir.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weir.model.Alert;
import weir.model.LogPosition;
import weir.model.Payload;
import weir.model.RejectReason;
import weir.model.Rejected;
import weir.model.RejectedJson;
import weir.oracle.Samples;

class AlertJsonTest {
  @Test
  void hasOneOrderOfFieldsAndExactDecimals() {
    assertThat(new String(AlertJson.write(Samples.ALERT), StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"alertId\":\"id\",\"status\":\"raised\",\"rule\":\"rule\",\"ruleVersion\":3,\"book\":2,"
                + "\"mode\":\"live\",\"severity\":\"high\",\"userId\":\"u\",\"transactionId\":\"t\","
                + "\"eventTime\":\"1970-01-01T00:00:00.005Z\","
                + "\"windowStart\":\"1969-12-31T23:59:59.945Z\","
                + "\"windowEnd\":\"1970-01-01T00:00:00.005Z\",\"seen\":7,\"observed\":3600.50,"
                + "\"limit\":0,\"unit\":\"EUR\",\"evidence\":[\"a\",\"ü\"],\"evidenceCount\":30,"
                + "\"reason\":\"why\"}");
  }

  @Test
  void keysStandBehindTheValuesOfFeatures() {
    assertThat(new String(AlertJson.write(Samples.BY_KEYS), StandardCharsets.UTF_8))
        .contains(
            "\"seen\":7,\"values\":{\"cards\":12,\"mean\":0.10},"
                + "\"by\":{\"device\":\"d-4\",\"shop\":\"m-17 \\uD83D\\uDE00 ü \\\"'{},\\\\\"},"
                + "\"evidence\":[");
  }

  @Test
  void isReadAsItWasWritten() throws IOException {
    for (Alert alert : List.of(Samples.ALERT, Samples.BY_KEYS)) {
      assertThat(AlertJson.read(AlertJson.write(alert))).isEqualTo(alert);
    }
  }

  /** Whatever the order in which somebody else wrote them. */
  @Test
  void keysThatAreReadHaveOneForm() throws IOException {
    String json = new String(AlertJson.write(Samples.BY_KEYS), StandardCharsets.UTF_8);
    String other = json.replace(String.valueOf(Samples.BY_KEYS.by()), "{\"b\":\"2\",\"a\":\"1\"}");
    assertThat(AlertJson.read(other.getBytes(StandardCharsets.UTF_8)).by())
        .isEqualTo("{\"a\":\"1\",\"b\":\"2\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "{}", "[]", "{\"alertId\":1}", "nonsense"})
  void refusesOtherThings(String json) {
    assertThatIOException().isThrownBy(() -> AlertJson.read(json.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void aDeadLetterTellsWhereAndWhat() {
    Rejected rejected =
        new Rejected(
            RejectReason.LATE,
            "60001 ms late",
            new LogPosition(2, 9, 0),
            new Payload("{\"a\"".getBytes(StandardCharsets.UTF_8)));
    assertThat(new String(RejectedJson.write(rejected, "in"), StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"reason\":\"late\",\"detail\":\"60001 ms late\",\"topic\":\"in\",\"partition\":2,"
                + "\"offset\":9,\"logTime\":\"1970-01-01T00:00:00.000Z\",\"original\":\"eyJhIg==\"}");
  }
}
