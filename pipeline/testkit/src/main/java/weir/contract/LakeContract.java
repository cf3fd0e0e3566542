package weir.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import weir.local.LocalKafka;
import weir.local.LocalPostgres;
import weir.local.Topics;
import weir.model.LogPosition;
import weir.model.LogRecord;
import weir.oracle.HostileLabels;
import weir.oracle.HostileLog;
import weir.oracle.HostileNotices;
import weir.oracle.NaiveBooks;
import weir.oracle.NaiveRecords;
import weir.oracle.Oracle;
import weir.oracle.Poison;

/**
 * What every engine must leave in the lake: all records byte for byte, and the oracle's answer
 * about each accepted transaction by the rules of its time, however the engine cuts files and even
 * if the job is killed.
 */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class LakeContract {
  private static final int PARTITIONS = 4;
  private static final int USERS = 200;
  private static final int TRANSACTIONS = 4_000;
  private static final int MEAN_GAP_MILLIS = 150;
  private static final Path CHECKOUT = Path.of("..", "..").toAbsolutePath().normalize();
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private final List<LogRecord> sound =
      HostileLog.generate(20_260_401, USERS, PARTITIONS, TRANSACTIONS, MEAN_GAP_MILLIS);
  private final List<LogRecord> log = Poison.in(sound);
  private final List<LogRecord> labels = Poison.in(HostileLabels.of(sound));
  private final List<LogRecord> control = HostileNotices.of(sound);
  private final NaiveBooks books = NaiveBooks.of(control);
  private final Oracle.Truth truth = Oracle.truth(books, "any", log, labels);
  private final SortedMap<String, String> verdicts = truth.verdicts();
  private final SortedMap<String, String> alerts = truth.answers().alerts();
  private final LocalKafka kafka = LocalKafka.start();
  private final LocalPostgres postgres = LocalPostgres.start();
  private int runs;

  @TempDir private Path folder = Path.of("target");

  /** The main class of the job on this engine. */
  protected abstract String mainClass();

  /**
   * How files are cut: after so few bundles that some files are written before their time is over.
   */
  protected List<String> cut() {
    return List.of("--lakeBundles=5");
  }

  /** What a lake holds about a log in the end. */
  private record Content(
      Map<String, Map<LogPosition, LogRecord>> records,
      SortedMap<String, String> verdicts,
      SortedMap<String, String> alerts) {}

  @AfterAll
  void stopServers() {
    kafka.close();
    postgres.close();
  }

  @Test
  void keepsTheLogAndTheAnswers() throws InterruptedException, IOException {
    Topics topics = newTopics();
    LakeReader lake = new LakeReader(lakeOf(topics));
    try (JobProcess job = start(topics, "first", lakeOf(topics).toUri().toString())) {
      assertBecomes(lake, topics, job);
    }
    assertTablesHave(expected(topics), lakeOf(topics));
  }

  @Test
  void keepsThemThoughItWasKilledAndBeganAnew() throws InterruptedException, IOException {
    Topics topics = newTopics();
    LakeReader lake = new LakeReader(lakeOf(topics));
    try (JobProcess job = start(topics, "first", lakeOf(topics).toString())) {
      long end = System.nanoTime() + PATIENCE.toNanos();
      while (lake.files() < 1) {
        assertThat(job.isAlive() && System.nanoTime() < end).as(job::output).isTrue();
        TimeUnit.MILLISECONDS.sleep(20);
      }
      job.kill();
    }
    try (JobProcess job = start(topics, "second", lakeOf(topics).toString())) {
      assertBecomes(lake, topics, job);
    }
    assertSparkReads(expected(topics), assertTablesHave(expected(topics), lakeOf(topics)));
  }

  private Content expected(Topics topics) {
    return new Content(
        Map.of(topics.transactions(), written(log), topics.labels(), written(labels)),
        verdicts,
        alerts);
  }

  private void assertBecomes(LakeReader lake, Topics topics, JobProcess job)
      throws InterruptedException {
    Content expected = expected(topics);
    long end = System.nanoTime() + PATIENCE.toNanos();
    Content actual = read(lake);
    long files = -1;
    boolean isNew = false;
    while (!actual.equals(expected) && System.nanoTime() < end) {
      assertThat(job.isAlive()).as(job::output).isTrue();
      TimeUnit.SECONDS.sleep(1);
      long now = lake.files();
      if (now != files) {
        files = now;
        isNew = true;
      } else if (isNew) {
        // It holds still: whoever reads all of it meanwhile only keeps the job from its work.
        actual = read(lake);
        isNew = false;
      }
    }
    assertThat(actual.records()).as("records").isEqualTo(expected.records());
    assertThat(actual.verdicts()).as("verdicts").isEqualTo(expected.verdicts());
    assertThat(actual.alerts()).as("alerts").isEqualTo(expected.alerts());
  }

  /** Tables that are made of its files tell the same: all that was said, and what stands, once. */
  private LakeTables assertTablesHave(Content expected, Path lake)
      throws InterruptedException, IOException {
    LakeTables tables = new LakeTables(CHECKOUT, lake, postgres);
    tables.make();
    assertThat(read(tables.raw())).isEqualTo(expected);
    assertStands(expected, tables.current());
    return tables;
  }

  /** They tell it also to a reader that is not ours. */
  private void assertSparkReads(Content expected, LakeTables tables) {
    try (SparkSql spark = new SparkSql(CHECKOUT, postgres, folder.resolve("spark.log"))) {
      for (LakeTables.Format each : LakeTables.Format.values()) {
        assertThat(read(tables.rawBySpark(spark, each))).as("%s", each).isEqualTo(expected);
        assertStands(expected, tables.currentBySpark(spark, each));
      }
    }
  }

  private static void assertStands(Content expected, LakeReader current) {
    assertThat(current.verdicts()).isEqualTo(expected.verdicts());
    assertThat(current.rows("silver")).isEqualTo(expected.verdicts().size());
    assertThat(current.alerts()).isEqualTo(expected.alerts());
    assertThat(current.rows("gold/alerts")).isEqualTo(current.distinct("gold/alerts", "alert_id"));
  }

  private static Content read(LakeReader lake) {
    return new Content(lake.recordsByTopic(), lake.verdicts(), lake.alerts());
  }

  private static Map<LogPosition, LogRecord> written(List<LogRecord> records) {
    return records.stream()
        .map(NaiveRecords::written)
        .collect(Collectors.toMap(LogRecord::position, Function.identity()));
  }

  private Path lakeOf(Topics topics) {
    return folder.resolve(topics.transactions()).toAbsolutePath();
  }

  private Topics newTopics() {
    String run = "-" + ++runs;
    Topics topics =
        new Topics("transactions" + run, "alerts" + run, "dead" + run, PARTITIONS, false);
    Map<String, Object> client = Map.of("bootstrap.servers", kafka.bootstrapServers());
    topics.create(client);
    topics.createControl(client);
    topics.createLabels(client);
    LogWriter.write(client, topics.transactions() + ".control", control);
    LogWriter.write(client, topics.labels(), labels);
    LogWriter.write(client, topics.transactions(), log);
    return topics;
  }

  private JobProcess start(Topics topics, String group, String lake) {
    List<String> usual =
        List.of(
            "--bootstrapServers=" + kafka.bootstrapServers(),
            "--inputTopic=" + topics.transactions(),
            "--alertTopic=" + topics.alerts(),
            "--deadLetterTopic=" + topics.deadLetters(),
            "--consumerGroup=" + group + topics.transactions(),
            "--inputComplete",
            "--lake=" + lake);
    return JobProcess.start(mainClass(), Stream.concat(usual.stream(), cut().stream()).toList());
  }
}
