package weir.judge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weir.book.RuleBook;
import weir.book.RuleBookReader;
import weir.model.LogRecord;
import weir.model.Payload;
import weir.oracle.Answers;
import weir.oracle.HostileLog;
import weir.oracle.Merged;
import weir.oracle.Oracle;
import weir.oracle.PlainRun;

/** Judge and oracle agree on a log of somebody's own records, with rules about their own fields. */
class DeclaredFieldsLogTest {
  private static final String TOPIC = "transactions";

  private static final String CHARTER =
      """
      fields:
        ip: text
        bin: {type: text, from: /card/bin}
        risk: {type: number, from: /scores/1}
        present: {type: bool, from: /card/present}
      mapping:
        transactionId: /p/transactionId
        userId: /p/userId
        amount: /p/amount
        currency: /p/currency
        timestamp: /p/timestamp
        merchantId: /p/merchantId
        category: /p/category
        paymentMethod: /p/paymentMethod
        city: /p/city
        country: /p/country
        latitude: /p/latitude
        longitude: /p/longitude
        deviceId: /p/deviceId
      """;

  private static final String RULES =
      """
        - {id: one-ip, version: 1, kind: count-in-window, severity: low, moreThan: 2, window: 1 min, filter: {ip: ip1, present: true}}
        - {id: no-ip, version: 1, kind: count-in-window, severity: low, moreThan: 2, window: 1 min, filter: {ipNot: [ip1, ip2], binNot: b0}}
        - {id: risky, version: 1, kind: amount-over, severity: low, limit: 1, filter: {riskOver: 0.25, riskBelow: 0.75}}
        - {id: safe, version: 1, kind: sum-in-window, severity: low, limit: 100, window: 1 min, filter: {riskAtMost: 0.25, present: false}}
      """;

  /** The log in records of somebody's own; their fields follow from the payment in them. */
  private static LogRecord own(LogRecord record) {
    Payload value = record.value();
    if (value == null) {
      return record;
    }
    int drawn = Math.floorMod(Arrays.hashCode(value.bytes()), 1000);
    String ip =
        switch (drawn % 7) {
          case 0 -> "null";
          case 1 -> drawn < 50 ? "7" : "\"\"";
          default -> "\"ip" + drawn % 3 + "\"";
        };
    String card = drawn % 5 == 0 ? "null" : "{\"bin\":\"b" + drawn % 2 + "\",\"present\":%s}";
    String beside =
        (drawn % 11 == 0 ? "" : ",\"card\":" + card.formatted(drawn % 2 == 0))
            + ",\"ip\":"
            + ip
            + ",\"scores\":[null,"
            + drawn % 5 * 0.25
            + "]}";
    byte[] start = "{\"p\":".getBytes(UTF_8);
    byte[] end = beside.getBytes(UTF_8);
    byte[] all = Arrays.copyOf(start, start.length + value.bytes().length + end.length);
    System.arraycopy(value.bytes(), 0, all, start.length, value.bytes().length);
    System.arraycopy(end, 0, all, all.length - end.length, end.length);
    return new LogRecord(record.position(), record.key(), new Payload(all));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void judgeAndOracleAgree(long seed) {
    RuleBook book =
        RuleBookReader.parse(
            "own", CHARTER + RuleBookReader.textOfUsers().stripTrailing() + "\n" + RULES);
    List<LogRecord> log =
        HostileLog.generate(seed, 120, 4, 4000, 100).stream()
            .map(DeclaredFieldsLogTest::own)
            .toList();
    Merged merged = PlainRun.of(book, TOPIC).judgeAll(log);
    Oracle.Truth truth = Oracle.truth(book, TOPIC, log);
    Answers expected = truth.answers();

    assertThat(merged.answers().deadLetters()).isEqualTo(expected.deadLetters());
    assertThat(merged.answers().alerts()).isEqualTo(expected.alerts());
    assertThat(merged.verdicts()).isEqualTo(truth.verdicts());
    for (String rule : List.of("one-ip", "no-ip", "risky", "safe", "velocity", "high-value")) {
      assertThat(expected.alerts().values())
          .anyMatch(alert -> alert.contains("\"rule\":\"" + rule + "\""));
    }
    for (String why : List.of("ip is not text", "userId (/p/userId) is missing", "conflicting")) {
      assertThat(expected.deadLetters().values()).anyMatch(letter -> letter.contains(why));
    }
    assertThat(merged.verdicts().values())
        .anyMatch(verdict -> verdict.contains(",\"bin\":\"b1\",\"ip\":\"ip2\",\"present\":"));
  }
}
