package weir.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import weir.book.RuleBook;
import weir.book.RuleBookReader;
import weir.model.LogPosition;
import weir.model.LogRecord;
import weir.notice.FixedNotices;
import weir.oracle.HostileLabels;
import weir.oracle.HostileLog;
import weir.oracle.HostileNotices;
import weir.oracle.NaiveBooks;
import weir.oracle.Oracle;
import weir.oracle.Poison;
import weir.oracle.Sample;

/**
 * What every engine must say of a whole log that lies in a lake, without Kafka: the oracle's answer
 * about each accepted transaction, byte for byte, although rows come in no order and several times.
 */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class WholeLogContract {
  private static final int PARTITIONS = 4;
  private static final int USERS = 200;
  private static final int TRANSACTIONS = 4_000;

  /** The log is some hours long, and each has its own files. */
  private static final int MEAN_GAP_MILLIS = 3_000;

  private static final String PLAIN =
      """
      allowedLateness: 1 min
      allowedClockSkew: 5 s
      rules:
        - {id: dear, version: 1, kind: amount-over, severity: high, limit: 50}
      """;

  @TempDir private Path folder = Path.of("target");

  /** The main class of the job on this engine. */
  protected abstract String mainClass();

  /** Options for a parallelism other than one. */
  protected List<String> parallelism() {
    return List.of();
  }

  @Test
  void judgesAsTheOracle() throws Exception {
    List<LogRecord> sound =
        HostileLog.generate(20_260_401, USERS, PARTITIONS, TRANSACTIONS, MEAN_GAP_MILLIS);
    List<LogRecord> log = Poison.in(sound);
    List<LogRecord> labels = Poison.in(HostileLabels.of(sound));
    List<LogRecord> control = HostileNotices.of(sound);
    Oracle.Truth truth = Oracle.truth(NaiveBooks.of(control), "any", log, labels);
    assertThat(truth.answers().alerts()).hasSizeGreaterThan(500);
    Path lake = lake("hostile", log, labels);
    Path notices =
        Files.write(folder.resolve("notices.json"), FixedNotices.inForce(control).write());

    LakeReader answers = judge(lake, "hostile-answers", "--judgeBy=" + notices);

    assertSame(answers.verdicts(), truth.verdicts());
    assertSame(answers.alerts(), truth.answers().alerts());
    assertThat(answers.recordsByTopic()).as("what was read is not written again").isEmpty();
  }

  /** Of two payments of one id that say different things the first in the log stands. */
  @Test
  void ofOneMomentTheFirstOffsetStands() throws Exception {
    List<LogRecord> log = new ArrayList<>();
    for (int user = 0; user < USERS; user++) {
      for (int pair = 0; pair < 10; pair++) {
        long time = HostileLog.START + pair * 1_200_000L;
        int amount = user % 2 == 0 ? 10 : 90;
        log.add(payment(user, log.size(), time, "pay-" + pair, amount));
        log.add(payment(user, log.size(), time, "pay-" + pair, 100 - amount));
      }
    }
    RuleBook book = RuleBookReader.parse("plain", PLAIN);
    Oracle.Truth truth = Oracle.truth(book, "any", log);
    assertThat(truth.answers().alerts()).hasSize(USERS * 10 / 2);
    Path rules = Files.writeString(folder.resolve("rules.yaml"), PLAIN);

    LakeReader answers = judge(lake("pairs", log, List.of()), "pairs-answers", "--rules=" + rules);

    assertSame(answers.verdicts(), truth.verdicts());
    assertSame(answers.alerts(), truth.answers().alerts());
  }

  private static LogRecord payment(int user, int offset, long time, String id, int amount) {
    LogRecord record =
        Sample.at(time).user("user-" + user).id(id).pay(amount + ".00", "EUR").record(offset, time);
    return new LogRecord(
        new LogPosition(user % PARTITIONS, offset, time), record.key(), record.value());
  }

  private Path lake(String name, List<LogRecord> log, List<LogRecord> labels) {
    Path lake = folder.resolve(name).toAbsolutePath();
    BronzeOfTest bronze = new BronzeOfTest(lake, /* seed= */ 7);
    bronze.write("transactions", log);
    bronze.write("transactions.labels", labels);
    return lake;
  }

  private LakeReader judge(Path lake, String into, String judgedBy)
      throws IOException, InterruptedException {
    Path out = folder.resolve(into).toAbsolutePath();
    List<String> usual =
        List.of("--inputLake=" + lake, "--lake=" + out.toUri(), "--lakeEvery=1 h", judgedBy);
    try (JobProcess job =
        JobProcess.start(
            mainClass(), Stream.concat(usual.stream(), parallelism().stream()).toList())) {
      assertThat(job.waitFor()).as(job::output).isZero();
    }
    return new LakeReader(out);
  }

  /** A difference of thousands would be told in megabytes. */
  private static void assertSame(
      SortedMap<String, String> actual, SortedMap<String, String> expected) {
    List<Map.Entry<String, String>> wrong =
        actual.entrySet().stream()
            .filter(each -> !each.getValue().equals(expected.get(each.getKey())))
            .limit(3)
            .toList();
    assertThat(wrong).as("answers that the oracle does not give").isEmpty();
    assertThat(actual.keySet()).hasSameSizeAs(expected.keySet()).isEqualTo(expected.keySet());
  }
}
