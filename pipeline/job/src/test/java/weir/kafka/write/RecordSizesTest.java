package weir.kafka.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.AbstractRecords;
import org.apache.kafka.common.record.CompressionType;
import org.apache.kafka.common.record.RecordBatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import weir.book.Key;
import weir.book.RuleBook;
import weir.book.RuleBookReader;
import weir.fields.DeclaredValues;
import weir.fields.RecordLayout;
import weir.form.TransactionRanges;
import weir.history.History;
import weir.judge.UserJudge;
import weir.model.Accepted;
import weir.model.Alert;
import weir.model.DeadLetter;
import weir.model.FiredRule;
import weir.model.FlatJson;
import weir.model.Judgement;
import weir.model.LogPosition;
import weir.model.Original;
import weir.model.Payload;
import weir.model.RejectReason;
import weir.model.Rejected;
import weir.model.Severity;
import weir.model.Transaction;
import weir.model.Verdict;
import weir.oracle.LargeTransactions;
import weir.oracle.Samples;
import weir.rules.ByExpression;

/** The largest records that can be made are within the bounds, and not far within. */
class RecordSizesTest {
  private static final String TOPIC = "t".repeat(249);

  private static int size(ProducerRecord<byte[], byte[]> record) {
    return AbstractRecords.estimateSizeInBytesUpperBound(
        RecordBatch.CURRENT_MAGIC_VALUE,
        CompressionType.NONE,
        record.key(),
        record.value(),
        record.headers().toArray());
  }

  /** The size of an alert of a rule that looked by all keys that there can be. */
  private static int size(Alert alert, String character) {
    SortedMap<String, @Nullable Object> by = new TreeMap<>();
    String text = character.repeat(TransactionRanges.MAX_TEXT / character.length());
    for (int i = 0; i < Key.MOST; i++) {
      by.put("k".repeat(62) + (10 + i), text + "\u0001" + text);
    }
    return size(AnswerRecords.alert(Samples.by(FlatJson.of(by), alert), TOPIC, "FlinkRunner"));
  }

  /** All that is said of the largest transactions, and of one that comes late. */
  private static List<Judgement> judgements(RuleBook book, String character) {
    UserJudge judge = new UserJudge(book, /* verdicts= */ true);
    History history = History.empty();
    List<Judgement> all = new ArrayList<>();
    List<LargeTransactions.Numbered> large = LargeTransactions.of(character);
    for (int i = 0; i < large.size(); i++) {
      Transaction tx = large.get(i).at(1_772_323_200_000L + (i == 3 ? -1000 : i));
      LogPosition position = new LogPosition(0, i, 1_772_323_200_000L + i);
      UserJudge.Outcome outcome =
          judge.judge(history, new Accepted(tx, position, new Payload(new byte[0])));
      history = outcome.history();
      all.addAll(outcome.judgements());
    }
    return all;
  }

  private static List<Alert> alerts(String character) {
    return judgements(RuleBookReader.readDefault(), character).stream()
        .filter(Alert.class::isInstance)
        .map(Alert.class::cast)
        .toList();
  }

  @Test
  void noAlertIsLarger() {
    int largest = 0;
    for (String character : List.of("\u0001", "\u7528", "\ud83d\ude00")) {
      for (Alert alert : alerts(character)) {
        largest = Math.max(largest, size(alert, character));
      }
    }
    assertThat(largest).isBetween(RecordSizes.alert() * 6 / 10, RecordSizes.alert());
  }

  /** Each of the features has a text of its own, and another newest payment. */
  @Test
  void noAlertOfAnExpressionIsLarger() {
    StringBuilder features = new StringBuilder("features:\n");
    List<String> names = new ArrayList<>();
    for (int i = 0; i < ByExpression.MOST_FEATURES; i++) {
      String name = "f".repeat(62) + (10 + i);
      names.add("has(" + name + ")");
      features.append("  " + name + ": {last: city, window: 1 s, delay: " + i + " ms}\n");
    }
    RuleBook book =
        RuleBookReader.parse(
            "large",
            """
            allowedLateness: 1 min
            allowedClockSkew: 5 s
            %s
            rules:
              - {id: %s, version: 999999999, severity: critical, when: %s, reason: '{merchantId}'}
            """
                .formatted(features, "r".repeat(64), String.join(" && ", names)));
    int largest = 0;
    for (String character : List.of("\u0001", "\u7528", "\ud83d\ude00")) {
      for (Judgement judgement : judgements(book, character)) {
        if (judgement instanceof Alert alert) {
          largest = Math.max(largest, size(alert, character));
        }
      }
    }
    assertThat(largest).isBetween(RecordSizes.alert() * 9 / 10, RecordSizes.alert());
  }

  @Test
  void noDeadLetterIsLarger() {
    byte[] record = new byte[5_000_000];
    LogPosition at = new LogPosition(Integer.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);
    Rejected rejected =
        new Rejected(RejectReason.CONFLICTING_DUPLICATE, "x".repeat(200), at, new Payload(record));
    assertThat(rejected.original().kept().bytes()).hasSize(Original.MOST_BYTES);
    assertThat(size(AnswerRecords.deadLetter(new DeadLetter(TOPIC, rejected), TOPIC)))
        .isBetween(RecordSizes.deadLetter() * 9 / 10, RecordSizes.deadLetter());
  }

  /** Kafka's usual limit is enough for all of it. */
  @Test
  void noDefaultTopicIsTooSmall() {
    int branch = RecordSizes.branch();
    assertThat(List.of(RecordSizes.alert(), RecordSizes.deadLetter(), branch))
        .allMatch(size -> size <= RecordSizes.request(size) && size < 1_000_000);
  }

  /** All rules of a book may fire at once. */
  @Test
  void noBranchIsLarger() {
    List<FiredRule> fired = new ArrayList<>();
    for (int i = 0; i < RuleBook.MOST_RULES; i++) {
      fired.add(new FiredRule("r".repeat(60) + (1000 + i), 999_999_999, Severity.CRITICAL));
    }
    int bound = RecordSizes.branch();
    int largest = 0;
    for (String character : List.of("\u0001", "\u7528", "\ud83d\ude00")) {
      Transaction tx =
          LargeTransactions.of(character)
              .get(0)
              .at(1_772_323_200_000L)
              .withDeclared(declared(character));
      Verdict verdict =
          new Verdict(tx, Integer.MAX_VALUE, fired, Long.MAX_VALUE, Verdict.Change.REVISED);
      largest = Math.max(largest, size(WriteBranches.record(verdict, TOPIC)));
    }
    assertThat(largest).isBetween(bound * 9 / 10, bound);
  }

  private static DeclaredValues declared(String character) {
    Map<String, String> longest = new HashMap<>();
    for (int i = 0; i < RecordLayout.MOST_FIELDS; i++) {
      longest.put("f".repeat(62) + (10 + i), character.repeat(256 / character.length()));
    }
    return DeclaredValues.of(longest);
  }
}
