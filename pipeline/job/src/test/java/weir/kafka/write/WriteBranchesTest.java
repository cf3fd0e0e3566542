package weir.kafka.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import weir.form.TransactionJson;
import weir.model.FiredRule;
import weir.model.HeaderNames;
import weir.model.Severity;
import weir.model.Transaction;
import weir.model.Verdict;
import weir.oracle.Sample;
import weir.oracle.Samples;

/** What the record of a verdict says. */
class WriteBranchesTest {
  private static final Transaction TX = Sample.at(7).tx();
  private static final FiredRule DEAR = new FiredRule("dear", 2, Severity.LOW);
  private static final FiredRule OFTEN = new FiredRule("often", 1, Severity.HIGH);

  private static Map<String, String> headers(ProducerRecord<byte[], byte[]> record) {
    return Arrays.stream(record.headers().toArray())
        .collect(
            Collectors.toMap(
                header -> header.key(),
                header -> new String(header.value(), StandardCharsets.UTF_8)));
  }

  @Test
  void aLegitimateOneSaysHowMuchItHasSeen() {
    ProducerRecord<byte[], byte[]> record =
        WriteBranches.record(new Verdict(TX, 1, List.of(), 3, Verdict.Change.FIRST), "legitimate");
    assertThat(record.topic()).isEqualTo("legitimate");
    assertThat(record.key()).isEqualTo(TX.userId().getBytes(StandardCharsets.UTF_8));
    assertThat(record.value()).isEqualTo(TransactionJson.write(TX));
    assertThat(headers(record)).isEqualTo(Map.of(HeaderNames.SEEN, "3", HeaderNames.BOOK, "1"));
  }

  @Test
  void declaredFieldsStandBehindTheOthers() {
    Verdict verdict = new Verdict(Samples.DECLARED, 1, List.of(), 3, Verdict.Change.FIRST);
    assertThat(new String(WriteBranches.record(verdict, "t").value(), StandardCharsets.UTF_8))
        .contains(",\"deviceId\":\"d\",\"away\":false,\"ip\":\"\\uD83D")
        .endsWith(",\"present\":true,\"risk\":-0.5}");
  }

  @Test
  void aSuspiciousOneNamesItsRulesAndTheGreatestSeverity() {
    Verdict verdict = new Verdict(TX, 1, List.of(OFTEN, DEAR), 4, Verdict.Change.FIRST);
    assertThat(headers(WriteBranches.record(verdict, "suspicious")))
        .isEqualTo(
            Map.of(
                HeaderNames.SEEN, "4",
                HeaderNames.BOOK, "1",
                HeaderNames.RULES, "often v1,dear v2",
                HeaderNames.SEVERITY, "high"));
  }

  @Test
  void aRevisedOneSaysSo() {
    Verdict verdict = new Verdict(TX, 1, List.of(), 5, Verdict.Change.REVISED);
    assertThat(headers(WriteBranches.record(verdict, "legitimate")))
        .containsEntry(HeaderNames.REVISED, "true");
  }
}
