package weir.submit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.book.RuleBookReader;
import weir.cluster.Cluster;
import weir.cluster.ClusterSettings;
import weir.contract.AnswerReader;
import weir.contract.BronzeOfTest;
import weir.contract.JobProcess;
import weir.contract.LakeReader;
import weir.contract.LogWriter;
import weir.launch.Distribution;
import weir.local.Listening;
import weir.local.LocalKafka;
import weir.local.Topics;
import weir.model.LogRecord;
import weir.oracle.Answers;
import weir.oracle.HostileLog;
import weir.oracle.Oracle;

/**
 * The contract of a job jar: handed to a real cluster, whose servers know nothing of Weir, it gives
 * the oracle's answers to a hostile log, byte for byte.
 */
@Tag("slow")
abstract class ClusterContract {
  private static final int PARTITIONS = 4;
  private static final int USERS = 150;
  private static final int TRANSACTIONS = 6_000;
  private static final int MEAN_GAP_MILLIS = 250;
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private final JobJar jar;
  private final Distribution distribution;

  ClusterContract(String engine) {
    this.jar = new JobJar(engine);
    this.distribution = Distribution.of(engine, JobJar.CHECKOUT);
  }

  abstract String mainClass();

  abstract Cluster start(Distribution servers, ClusterSettings settings);

  /** How a job is told of the cluster. */
  abstract List<String> options(Cluster cluster);

  @Test
  void answersLikeTheOracle() {
    List<LogRecord> log =
        HostileLog.generate(20_260_601, USERS, PARTITIONS, TRANSACTIONS, MEAN_GAP_MILLIS);
    Topics topics = new Topics("transactions", "alerts", "dead", PARTITIONS, false);
    try (LocalKafka kafka = LocalKafka.start();
        Cluster cluster = start(distribution, ClusterSettings.small())) {
      Map<String, Object> client = Map.of("bootstrap.servers", kafka.bootstrapServers());
      topics.create(client);
      LogWriter.write(client, topics.transactions(), log);
      Answers expected = Oracle.answer(RuleBookReader.readDefault(), topics.transactions(), log);
      try (AnswerReader reader = new AnswerReader(client, topics);
          JobProcess job = submit(cluster, topics, kafka.bootstrapServers())) {
        reader.await(expected, job, PATIENCE);
        Answers actual = reader.answers();
        assertThat(actual.deadLetters()).hasSizeGreaterThan(100).isEqualTo(expected.deadLetters());
        assertThat(actual.alerts()).hasSizeGreaterThan(500).isEqualTo(expected.alerts());
        // Everything that serves the job: master, workers, executors, the driver.
        assertThat(Listening.of(ProcessHandle.current())).hasSizeGreaterThan(5);
        assertThat(Listening.beyondLoopback(ProcessHandle.current())).isEmpty();
      }
      assertThat(cluster.workers()).hasSize(ClusterSettings.small().workers());
    }
  }

  /** A lake is judged as a whole, by a job that asks no Kafka and ends. */
  @Test
  void judgesAWholeLogLikeTheOracle(@TempDir Path folder) throws Exception {
    List<LogRecord> log =
        HostileLog.generate(20_260_602, USERS, PARTITIONS, TRANSACTIONS, MEAN_GAP_MILLIS);
    Path lake = folder.resolve("lake");
    new BronzeOfTest(lake, /* seed= */ 3).write("transactions", log);
    Path into = folder.resolve("answers");
    Oracle.Truth expected =
        Oracle.truth(RuleBookReader.readDefault(), /* topic= */ "transactions", log);
    try (Cluster cluster = start(distribution, ClusterSettings.small())) {
      List<String> all = new ArrayList<>(options(cluster));
      all.add("--filesToStage=" + jar.path());
      all.add("--inputLake=" + lake);
      all.add("--lake=" + into.toUri());
      try (JobProcess job = submit(all)) {
        assertThat(job.waitFor()).as(job::output).isZero();
      }
    }
    LakeReader actual = new LakeReader(into);
    assertThat(actual.alerts()).hasSizeGreaterThan(500).isEqualTo(expected.answers().alerts());
    assertThat(actual.verdicts()).isEqualTo(expected.verdicts());
  }

  @Test
  void aKilledWorkerIsMissedAndAKilledMasterComesBack() throws InterruptedException {
    try (Cluster cluster = start(distribution, ClusterSettings.small())) {
      cluster.workers().get(0).kill();
      cluster.awaitWorkers();
      assertThat(cluster.workers()).hasSize(1);
      cluster.addWorker();
      cluster.master().kill();
      cluster.restartMaster();
      assertThat(cluster.master().isAlive()).isTrue();
      assertThat(cluster.workers()).hasSize(2);
    }
  }

  private JobProcess submit(Cluster cluster, Topics topics, String kafka) {
    List<String> all = new ArrayList<>(options(cluster));
    all.add("--filesToStage=" + jar.path());
    all.add("--bootstrapServers=" + kafka);
    all.add("--inputTopic=" + topics.transactions());
    all.add("--alertTopic=" + topics.alerts());
    all.add("--deadLetterTopic=" + topics.deadLetters());
    return submit(all);
  }

  private JobProcess submit(List<String> all) {
    String classPath = jar.path() + File.pathSeparator + distribution.classPath();
    return JobProcess.start(classPath, mainClass(), all);
  }
}
