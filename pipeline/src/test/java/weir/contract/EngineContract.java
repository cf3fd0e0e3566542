package weir.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import weir.local.LocalKafka;
import weir.local.Topics;
import weir.model.LogRecord;
import weir.oracle.Answers;
import weir.oracle.HostileLog;
import weir.oracle.Oracle;
import weir.rules.RuleBook;
import weir.rules.RuleBookReader;

/**
 * The contract of an engine: a hostile log in a real Kafka, the real job in streaming mode in a
 * process of its own, and in the end the same answers as the oracle's, byte for byte.
 */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class EngineContract {
  private static final int PARTITIONS = 4;
  private static final int USERS = 400;
  private static final int TRANSACTIONS = 20_000;
  private static final int MEAN_GAP_MILLIS = 100;
  private static final int LAGGING = 2;
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final RuleBook book = RuleBookReader.readDefault();
  private final List<LogRecord> log =
      HostileLog.generate(20_260_301, USERS, PARTITIONS, TRANSACTIONS, MEAN_GAP_MILLIS);
  private LocalKafka kafka = LocalKafka.start();
  private int runs;

  /** The main class of the job on this engine. */
  protected abstract String mainClass();

  /** Options that make the engine work with another parallelism than by default. */
  protected abstract List<String> otherParallelism();

  @BeforeAll
  void theLogIsHostile() {
    assertThat(log).hasSizeGreaterThan(TRANSACTIONS);
    assertThat(expected("any").alerts()).hasSizeGreaterThan(1000);
    assertThat(expected("any").deadLetters()).hasSizeGreaterThan(1000);
  }

  @AfterAll
  void stopKafka() {
    kafka.close();
  }

  @Test
  void answersLikeTheOracle() {
    answersLikeTheOracle(List.of());
  }

  @Test
  void answersLikeTheOracleWithAnotherParallelism() {
    answersLikeTheOracle(otherParallelism());
  }

  @Test
  void answersLikeTheOracleAfterItWasKilledAndBeganAnew() throws InterruptedException {
    Topics topics = newTopics();
    LogWriter.write(client(), topics.transactions(), log);
    Answers expected = expected(topics.transactions());
    try (AnswerReader reader = new AnswerReader(client(), topics)) {
      try (JobProcess job = start(topics, List.of())) {
        reader.awaitSome(job, PATIENCE);
        job.kill();
      }
      try (JobProcess job = start(topics, List.of())) {
        reader.await(expected, job, PATIENCE);
      }
      assertSame(reader, expected);
    }
  }

  private void answersLikeTheOracle(List<String> options) {
    Topics topics = newTopics();
    List<LogRecord> lagging = new ArrayList<>();
    List<LogRecord> prompt = new ArrayList<>();
    for (LogRecord each : log) {
      boolean lags = each.position().partition() == LAGGING && each.position().offset() > 1000;
      (lags ? lagging : prompt).add(each);
    }
    LogWriter.write(client(), topics.transactions(), prompt);
    Answers expected = expected(topics.transactions());
    try (AnswerReader reader = new AnswerReader(client(), topics);
        JobProcess job = start(topics, options)) {
      reader.awaitSome(job, PATIENCE);
      LogWriter.write(client(), topics.transactions(), lagging);
      reader.await(expected, job, PATIENCE);
      assertSame(reader, expected);
    }
  }

  private static void assertSame(AnswerReader reader, Answers expected) {
    Answers actual = reader.answers();
    assertThat(actual.deadLetters()).isEqualTo(expected.deadLetters());
    assertThat(actual.alerts()).isEqualTo(expected.alerts());
  }

  private Answers expected(String topic) {
    return Oracle.answer(book, topic, log);
  }

  private Topics newTopics() {
    String run = "-" + ++runs;
    Topics topics =
        new Topics("transactions" + run, "alerts" + run, "dead" + run, PARTITIONS, false);
    topics.create(client());
    return topics;
  }

  private JobProcess start(Topics topics, List<String> options) {
    List<String> all = new ArrayList<>(options);
    all.add("--bootstrapServers=" + kafka.bootstrapServers());
    all.add("--inputTopic=" + topics.transactions());
    all.add("--alertTopic=" + topics.alerts());
    all.add("--deadLetterTopic=" + topics.deadLetters());
    all.add("--consumerGroup=" + topics.transactions());
    return JobProcess.start(mainClass(), all);
  }

  private Map<String, Object> client() {
    return Map.of("bootstrap.servers", kafka.bootstrapServers());
  }
}
