package weir.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import weir.book.RuleBook;
import weir.book.RuleBookReader;
import weir.local.Topics;
import weir.model.LogRecord;
import weir.oracle.Answers;
import weir.oracle.HostileLabels;
import weir.oracle.HostileLog;
import weir.oracle.HostileNotices;
import weir.oracle.HostileSettings;
import weir.oracle.NaiveBooks;
import weir.oracle.NoticeLetters;
import weir.oracle.Oracle;
import weir.oracle.Poison;

/**
 * The contract of an engine. A real Kafka holds a hostile log whose rules change. The real job
 * reads it in streaming mode, in a process of its own and with every sink. In the end its answers
 * equal the oracle's, byte for byte.
 */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class EngineContract {
  private static final int TRANSACTIONS = 8_000;
  private static final int USERS = 250;
  private static final int MEAN_GAP_MILLIS = 100;
  private static final int LAGGING = 2;

  /** The DirectRunner needs a minute and a half, or four on a busy machine. */
  private static final Duration PATIENCE = Duration.ofMinutes(8);

  private static final Duration AWAY = Duration.ofSeconds(5);

  private final List<LogRecord> plain = HostileLog.generate(20_260_301, settings());
  private final List<LogRecord> log = Poison.in(plain);
  private final List<LogRecord> labels = Poison.in(HostileLabels.of(plain));
  private final List<LogRecord> control = HostileNotices.of(plain);
  private final NaiveBooks books = NaiveBooks.of(control);
  private final Oracle.Truth truth = Oracle.truth(books, "any", log, labels);
  private final SortedMap<String, String> verdicts = truth.verdicts();
  private final SortedMap<String, String> alerts = truth.answers().alerts();
  private final SortedMap<String, String> standing = Oracle.standingLabels(books, labels);
  private Servers servers = Servers.start();

  @TempDir private Path lake = Path.of("target");

  private HostileSettings settings() {
    RuleBook first = RuleBookReader.parse("first", HostileNotices.firstText());
    return HostileSettings.of(first, USERS, Servers.PARTITIONS, TRANSACTIONS, MEAN_GAP_MILLIS);
  }

  /** The main class of the job on this engine. */
  protected abstract String mainClass();

  /** Options of every job here, besides the places. */
  protected List<String> always() {
    return List.of();
  }

  /** Options for a parallelism other than the default. */
  protected abstract List<String> otherParallelism();

  @BeforeAll
  void theLogIsHostile() {
    assertThat(log).hasSizeGreaterThan(TRANSACTIONS);
    Answers any = truth.answers();
    assertThat(any.alerts()).hasSizeGreaterThan(1000);
    assertThat(any.alerts().values().stream().filter(each -> each.contains("victim\",")))
        .hasSizeGreaterThan(50);
    assertThat(any.alerts().values().stream().filter(each -> each.contains("The model gives ")))
        .hasSizeGreaterThan(50);
    assertThat(verdicts.values().stream().filter(each -> each.contains(" score ")))
        .hasSizeGreaterThan(1000);
    assertThat(any.deadLetters()).hasSizeGreaterThan(1000);
  }

  @AfterAll
  void stopServers() {
    servers.close();
  }

  /** All sinks side by side. {@link LakeContract} checks the content of the lake. */
  @Test
  void answersLikeTheOracle() throws Exception {
    List<String> others = List.of("--console", "--lake=" + lake);
    answersLikeTheOracle(others, /* databaseGoesAway= */ false);
    assertThat(lake.resolve("bronze")).isNotEmptyDirectory();
  }

  @Test
  void answersLikeTheOracleWithAnotherParallelismAndADatabaseThatGoesAway() throws Exception {
    answersLikeTheOracle(otherParallelism(), /* databaseGoesAway= */ true);
  }

  @Test
  void answersLikeTheOracleAfterItWasKilledAndBeganAnew() throws Exception {
    JobPlaces places = placesWithRules();
    LogWriter.write(servers.client(), places.topics().transactions(), log);
    LogWriter.write(servers.client(), places.topics().labels(), labels);
    Answers expected = expected(places.topics());
    try (AnswerReader reader = AnswerReader.ofAttempts(servers.client(), places.topics())) {
      try (JobProcess job = start(places, List.of())) {
        reader.awaitSome(job, PATIENCE);
        job.kill();
      }
      try (JobProcess job = start(places, otherParallelism())) {
        reader.await(withNotices(expected, places), job, PATIENCE);
        assertSame(places, reader, expected, job);
      }
    }
  }

  private void answersLikeTheOracle(List<String> options, boolean databaseGoesAway)
      throws Exception {
    JobPlaces places = placesWithRules();
    LogWriter.write(servers.client(), places.topics().transactions(), prompt(log));
    LogWriter.write(servers.client(), places.topics().labels(), prompt(labels));
    Answers expected = expected(places.topics());
    try (AnswerReader reader = new AnswerReader(servers.client(), places.topics());
        JobProcess job = start(places, options)) {
      reader.awaitSome(job, PATIENCE);
      if (databaseGoesAway) {
        servers.withoutDatabase(AWAY);
      }
      LogWriter.write(servers.client(), places.topics().labels(), lagging(labels));
      LogWriter.write(servers.client(), places.topics().transactions(), lagging(log));
      reader.await(withNotices(expected, places), job, PATIENCE);
      assertSame(places, reader, expected, job);
      assertThat(job.listensBeyondLoopback()).isEmpty();
    }
  }

  private static List<LogRecord> prompt(List<LogRecord> all) {
    return all.stream().filter(each -> !lags(each, all)).toList();
  }

  private static List<LogRecord> lagging(List<LogRecord> all) {
    return all.stream().filter(each -> lags(each, all)).toList();
  }

  /** Of one partition all but about a third. */
  private static boolean lags(LogRecord record, List<LogRecord> all) {
    return record.position().partition() == LAGGING && record.position().offset() > all.size() / 12;
  }

  private void assertSame(JobPlaces places, AnswerReader reader, Answers expected, JobProcess job)
      throws SQLException, InterruptedException {
    Answers actual = reader.answers();
    assertThat(actual.deadLetters()).isEqualTo(withNotices(expected, places).deadLetters());
    assertThat(actual.alerts()).isEqualTo(expected.alerts());
    try (PostgresAnswers stored = servers.stored(places)) {
      stored.await(expected, verdicts, standing, job, PATIENCE);
      assertThat(stored.answers().deadLetters()).isEqualTo(expected.deadLetters());
      assertThat(stored.answers().alerts()).isEqualTo(expected.alerts());
      assertThat(stored.verdicts()).isEqualTo(verdicts);
      assertThat(stored.labels()).isEqualTo(standing);
    }
    assertThat(BranchReader.read(servers.client(), places.branches())).isEqualTo(branches(places));
  }

  /**
   * The final branch of each transaction, the rules that fired and its score, in {@link
   * BranchReader}'s form.
   */
  private SortedMap<String, String> branches(JobPlaces places) {
    SortedMap<String, String> branches = new TreeMap<>();
    verdicts.forEach(
        (key, verdict) -> {
          String said =
              verdict.replaceAll(
                  "(?s).*\\} (\\[.*\\]) \\w+( score \\d+)? book \\d+ seen \\d+", "$1$2");
          String branch = said.startsWith("[]") ? places.legitimate() : places.suspicious();
          branches.put(key, branch + " " + said);
        });
    return branches;
  }

  private Answers expected(Topics topics) {
    return new Answers(alerts, Oracle.deadLetters(books, topics.transactions(), log))
        .with(Oracle.deadLettersOfLabels(books, topics.labels(), labels));
  }

  /** Adds the dead letters of notices, which the topic has and the tables do not. */
  private Answers withNotices(Answers answers, JobPlaces places) {
    return answers.with(NoticeLetters.of(Servers.control(places), control));
  }

  /** New places, with a control topic that says which rules are in force when. */
  private JobPlaces placesWithRules() throws Exception {
    JobPlaces places = servers.newPlaces();
    servers.createControl(places);
    servers.createLabels(places);
    LogWriter.write(servers.client(), Servers.control(places), control);
    return places;
  }

  private JobProcess start(JobPlaces places, List<String> options) {
    List<String> all = new ArrayList<>(options);
    all.addAll(always());
    all.addAll(servers.options(places));
    return JobProcess.start(mainClass(), all);
  }
}
