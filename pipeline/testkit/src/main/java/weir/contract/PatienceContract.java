package weir.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import weir.local.Topics;
import weir.model.LogRecord;
import weir.oracle.Answers;
import weir.oracle.Oracle;

/**
 * What a job does while a broker is away: it waits as long as its patience option says, and then
 * ends with one sentence that says why.
 */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class PatienceContract {
  private static final int TRANSACTIONS = 4_000;
  private static final Duration TIME = Duration.ofMinutes(2);

  /** Longer than the limits in the client's file. */
  private static final Duration AWAY = Duration.ofSeconds(10);

  /** The process ends within this time once its patience is over. */
  private static final int TO_END_SECONDS = 20;

  private final List<LogRecord> log = ShortWindows.log(20_261_101, TRANSACTIONS);

  @TempDir private Path folder = Path.of("target");
  private GoingKafka kafka =
      GoingKafka.start(Path.of("target", "going-kafka-" + System.nanoTime()));
  private int runs;

  /** The main class of the job on this engine. */
  protected abstract String mainClass();

  /** Further options that the engine needs. The folder is new for each run. */
  protected List<String> options(Path ofOneRun) {
    return List.of();
  }

  @BeforeEach
  void writeFiles() throws Exception {
    Files.writeString(folder.resolve("rules.yaml"), ShortWindows.RULES);
    Files.writeString(
        folder.resolve("impatient.properties"),
        """
        delivery.timeout.ms=3000
        max.block.ms=3000
        request.timeout.ms=2000
        default.api.timeout.ms=3000
        retries=2
        partitioner.class=%s
        """
            .formatted(SlowPartitioner.class.getName()));
  }

  @AfterAll
  void stop() {
    kafka.close();
  }

  @Test
  void patienceGovernsWhateverTheClientsFileSays() throws Exception {
    Topics topics = topics();
    Answers expected = Oracle.answer(ShortWindows.BOOK, topics.transactions(), log);
    try (AnswerReader reader = new AnswerReader(kafka.client(), topics);
        JobProcess job = start(topics, "2 min")) {
      reader.awaitSome(job, TIME);
      kafka.stop();
      TimeUnit.MILLISECONDS.sleep(AWAY.toMillis());
      kafka.restart();
      assertThat(reader.answers()).as("something is still to be written").isNotEqualTo(expected);
      reader.await(expected, job, TIME);
      assertThat(reader.answers()).isEqualTo(expected);
    }
  }

  @Test
  void whenPatienceEndsTheJobDoesWithOneSentence() throws Exception {
    Topics topics = topics();
    try (AnswerReader reader = new AnswerReader(kafka.client(), topics);
        JobProcess job = start(topics, "4")) {
      reader.awaitSome(job, TIME);
      kafka.stop();
      try {
        assertGivesUp(job, "Kafka at " + kafka.servers() + " did not answer for 4 s");
      } finally {
        kafka.restart();
      }
    }
  }

  /** Asserts that the job ends by itself, with exit code 1 and one sentence that says why. */
  protected static void assertGivesUp(JobProcess job, String why) throws InterruptedException {
    assertThat(job.endsWithin(Duration.ofSeconds(4 + TO_END_SECONDS))).as(job::output).isTrue();
    assertThat(job.waitFor()).as(job::output).isEqualTo(1);
    assertThat(job.output().lines())
        .filteredOn(line -> line.startsWith("weir: ") && !line.startsWith("weir: judges"))
        .containsExactly("weir: gave up: " + why + " (--patience)");
    assertThat(job.output()).as("the log has the cause").contains("\tat ");
  }

  private Topics topics() {
    String run = "-" + ++runs;
    Topics topics =
        new Topics("transactions" + run, "alerts" + run, "dead" + run, Servers.PARTITIONS, false);
    topics.create(kafka.client());
    LogWriter.write(kafka.client(), topics.transactions(), log);
    return topics;
  }

  private JobProcess start(Topics topics, String patience) throws Exception {
    List<String> options =
        new ArrayList<>(options(Files.createDirectory(folder.resolve("" + runs))));
    options.add("--bootstrapServers=" + kafka.servers());
    options.add("--inputTopic=" + topics.transactions());
    options.add("--alertTopic=" + topics.alerts());
    options.add("--deadLetterTopic=" + topics.deadLetters());
    options.add("--consumerGroup=" + topics.transactions());
    options.add("--rules=" + folder.resolve("rules.yaml"));
    options.add("--kafkaProperties=" + folder.resolve("impatient.properties"));
    options.add("--patience=" + patience);
    return JobProcess.start(mainClass(), options);
  }
}
