package weir.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import weir.book.RuleBook;
import weir.book.RuleBookReader;
import weir.local.LocalKafka;
import weir.local.Topics;
import weir.model.LogRecord;
import weir.oracle.Answers;
import weir.oracle.HostileLog;
import weir.oracle.Oracle;

/**
 * The contract of a twin of the pipeline: without Beam's pipeline it gives the oracle's answers,
 * byte for byte. Otherwise its speed would mean nothing.
 */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class TwinContract {
  private static final int PARTITIONS = 4;
  private static final int LAGGING = 2;
  private static final int PROMPT = 500;
  private static final int USERS = 150;
  private static final int TRANSACTIONS = 6_000;
  private static final int MEAN_GAP_MILLIS = 250;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final RuleBook ofUsers = RuleBookReader.readOfUsers();
  private final List<LogRecord> log =
      HostileLog.generate(20_260_501, USERS, PARTITIONS, TRANSACTIONS, MEAN_GAP_MILLIS);
  private final LocalKafka kafka = LocalKafka.start();
  private final Map<String, Object> client = Map.of("bootstrap.servers", kafka.bootstrapServers());
  private int runs;

  /** The main class of the twin. */
  protected abstract String mainClass();

  @AfterAll
  void stopKafka() {
    kafka.close();
  }

  @Test
  void usesNoPipeline() {
    NoPipeline.check();
  }

  @Test
  void answersLikeTheOracle() throws InterruptedException {
    answersLikeTheOracle(/* killed= */ false, "--parallelism=2");
  }

  @Test
  void answersLikeTheOracleThoughItWasKilledWithItsStateSaved() throws InterruptedException {
    answersLikeTheOracle(/* killed= */ true, "--parallelism=1", "--checkpointingInterval=200");
  }

  /** Most of one partition is written last, though its records are as old as the others. */
  private void answersLikeTheOracle(boolean killed, String... options) throws InterruptedException {
    answersLikeTheOracle(ofUsers, killed, options);
  }

  /** The same by another book. */
  protected void answersLikeTheOracle(RuleBook book, boolean killed, String... options)
      throws InterruptedException {
    String run = "-" + ++runs;
    Topics topics =
        new Topics("transactions" + run, "alerts" + run, "dead" + run, PARTITIONS, false);
    topics.create(client);
    List<LogRecord> lagging = new ArrayList<>();
    List<LogRecord> prompt = new ArrayList<>();
    for (LogRecord each : log) {
      boolean lags = each.position().partition() == LAGGING && each.position().offset() >= PROMPT;
      (lags ? lagging : prompt).add(each);
    }
    LogWriter.write(client, topics.transactions(), prompt);
    Answers expected = Oracle.answer(book, topics.transactions(), log);
    try (AnswerReader reader = new AnswerReader(client, topics)) {
      if (killed) {
        try (JobProcess job = start(topics, options)) {
          reader.awaitSome(job, PATIENCE);
          job.kill();
        }
      }
      try (JobProcess job = start(topics, options)) {
        reader.awaitSome(job, PATIENCE);
        LogWriter.write(client, topics.transactions(), lagging);
        reader.await(expected, job, PATIENCE);
      }
      Answers actual = reader.answers();
      assertThat(actual.deadLetters()).hasSizeGreaterThan(100).isEqualTo(expected.deadLetters());
      assertThat(actual.alerts()).hasSizeGreaterThan(500).isEqualTo(expected.alerts());
    }
  }

  private JobProcess start(Topics topics, String... options) {
    List<String> all = new ArrayList<>(List.of(options));
    all.add("--bootstrapServers=" + kafka.bootstrapServers());
    all.add("--inputTopic=" + topics.transactions());
    all.add("--alertTopic=" + topics.alerts());
    all.add("--deadLetterTopic=" + topics.deadLetters());
    all.add("--consumerGroup=of-" + topics.transactions());
    return JobProcess.start(mainClass(), all);
  }
}
