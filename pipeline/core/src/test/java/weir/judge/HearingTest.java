package weir.judge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weir.book.RuleBookReader;
import weir.model.Label;
import weir.model.LogPosition;
import weir.model.LogRecord;
import weir.model.Payload;
import weir.model.Rejected;

/** Which records are labels, and of which keys they speak. */
class HearingTest {
  private static final long DAY = 86_400_000;
  private static final long TIME = 1_767_225_600_000L;

  private static final Hearing HEARING =
      Hearing.of(
          RuleBookReader.parse(
                  "book",
                  """
                  allowedLateness: 1 min
                  allowedClockSkew: 5 s
                  horizon: 30 d
                  fields: {bin: {type: text, from: /card/bin}}
                  keys: {card: bin, till: [merchantId, currency]}
                  labels: true
                  rules: [{id: a, version: 1, kind: amount-over, severity: low, limit: 100}]
                  """)
              .charter());

  private final List<Label> heard = new ArrayList<>();
  private final List<Rejected> rejected = new ArrayList<>();

  private void examine(long logTime, String json) {
    HEARING.examine(
        new LogRecord(new LogPosition(3, 9, logTime), null, new Payload(json.getBytes(UTF_8))),
        new Hearing.Cases() {
          @Override
          public void heard(Label label) {
            heard.add(label);
          }

          @Override
          public void rejected(Rejected each) {
            rejected.add(each);
          }
        });
  }

  private static String label(String more) {
    return "{\"transactionId\":\"t\",\"userId\":\"ada\",\"timestamp\":" + TIME + more + "}";
  }

  @Test
  void aLabelSpeaksOfTheKeysThatItNames() {
    examine(
        TIME + 1,
        label(
            ",\"fraud\":true,\"source\":\"bank\",\"merchantId\":\"m\",\"currency\":\"EUR\","
                + "\"card\":{\"bin\":\"42\"}"));
    examine(TIME + 2, label(",\"fraud\":false,\"merchantId\":\"m\""));
    assertThat(rejected).isEmpty();
    assertThat(heard.get(0).keys().get(0)).isEqualTo("42");
    assertThat(heard.get(0).keys().get(1)).contains("m", "EUR");
    assertThat(heard.get(0).keys().get(2)).as("the user").isEqualTo("ada");
    assertThat(heard.get(0).source()).isEqualTo("bank");
    assertThat(heard.get(1).keys()).as("no currency, no till").containsExactly(null, null, "ada");
    assertThat(heard.get(1).fraud()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0          |''                                   |MALFORMED|fraud is missing
          0          |',\\"fraud\\":\\"true\\"'            |MALFORMED|fraud
          0          |',\\"fraud\\":true,\\"source\\":7'   |MALFORMED|source
          -5001      |',\\"fraud\\":true'                  |FUTURE   |5001 ms ahead of its label
          47520000001|',\\"fraud\\":true'                  |LATE     |at most 550 days
          """)
  void whatIsNoLabelIsADeadLetter(long after, String more, String reason, String detail) {
    examine(TIME + after, label(more.replace("\\\"", "\"")));
    assertThat(heard).isEmpty();
    assertThat(rejected).hasSize(1);
    assertThat(rejected.get(0).reason()).hasToString(reason);
    assertThat(rejected.get(0).detail()).contains(detail);
  }

  /** A rule of a horizon of 30 days never looks at it. */
  @Test
  void aChargebackOfMonthsIsHeardAndDoesNotMatter() {
    examine(TIME + 30 * DAY, label(",\"fraud\":true"));
    examine(TIME + 200 * DAY, label(",\"fraud\":true"));
    assertThat(heard).extracting(HEARING::matters).containsExactly(true, false);
  }
}
