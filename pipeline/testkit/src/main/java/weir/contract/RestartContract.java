package weir.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import weir.book.RuleBook;
import weir.local.Topics;
import weir.model.LogRecord;
import weir.oracle.Poison;

/**
 * What every engine must do when it is killed in mid-work and starts again with only the log and
 * the offsets of its consumer group. It reads again what it needs, not the whole log, and reads it
 * from the lake where Kafka no longer holds it. In the end every sink looks as if nothing had
 * happened.
 */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class RestartContract {
  private static final int TRANSACTIONS = 8_000;
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private final RuleBook book = ShortWindows.BOOK;
  private final List<LogRecord> log = Poison.in(ShortWindows.log(20_260_601, TRANSACTIONS));
  private final Servers servers = Servers.start();

  @TempDir private Path folder = Path.of("target");

  /** The main class of the job on this engine. */
  protected abstract String mainClass();

  /** Options that make the engine commit offsets. */
  protected abstract List<String> committing();

  @AfterAll
  void stopServers() {
    servers.close();
  }

  @Test
  void allIsAsIfItHadNotBeenKilled() throws Exception {
    JobPlaces places = servers.newPlaces();
    Topics topics = places.topics();
    Path lake = folder.resolve("lake");
    Written expected = Written.expected(book, topics.transactions(), log);
    assertThat(expected.topic().alerts()).hasSizeGreaterThan(500);
    int read = TRANSACTIONS * 6 / 10;
    int more = TRANSACTIONS * 8 / 10;
    LogWriter.write(servers.client(), topics.transactions(), log.subList(0, read));
    try (WrittenReader written =
        new WrittenReader(servers.client(), places, servers.stored(places), lake, Set.of())) {
      try (JobProcess job = start(places, lake, List.of())) {
        awaitCommits(topics, log.get(read / 2).position().time(), job);
        LogWriter.write(servers.client(), topics.transactions(), log.subList(read, more));
        // Time for the job to get to work on these records; how far it gets does not matter.
        TimeUnit.MILLISECONDS.sleep(700);
        job.kill();
      }
      LogWriter.write(servers.client(), topics.transactions(), log.subList(more, log.size()));
      RestartPoint restart = restart(topics);
      assertThat(restart.offsets().values()).allMatch(offset -> offset > 0);
      purge(topics, restart);
      List<String> anew = List.of("--startFrom=committed-minus-horizon", "--inputComplete");
      try (JobProcess job = start(places, lake, anew)) {
        assertThat(written.await(expected, job, PATIENCE)).isEqualTo(Damage.NONE);
      }
    }
  }

  /** Waits until a restarted job would begin at this log time or later. */
  private void awaitCommits(Topics topics, long time, Job job) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (restart(topics).newFrom() < time) {
      assertThat(job.isAlive() && System.nanoTime() < end)
          .as(() -> restart(topics) + "\n" + job.output())
          .isTrue();
      TimeUnit.MILLISECONDS.sleep(200);
    }
  }

  /**
   * Half of the partitions lose what the next run needs and what is not new to it. Two readers take
   * turns in taking partitions, so each has one of both kinds.
   */
  private void purge(Topics topics, RestartPoint restart) throws Exception {
    Map<TopicPartition, Long> firstNew = restart(topics, /* reachMillis= */ 0).offsets();
    Map<TopicPartition, RecordsToDelete> older = new HashMap<>();
    for (TopicPartition each : firstNew.keySet()) {
      if (each.partition() < Servers.PARTITIONS / 2) {
        assertThat(firstNew.get(each)).isGreaterThan(restart.offsets().get(each));
        older.put(each, RecordsToDelete.beforeOffset(firstNew.get(each)));
      }
    }
    try (Admin admin = Admin.create(servers.client())) {
      admin.deleteRecords(older).all().get();
    }
  }

  private RestartPoint restart(Topics topics) {
    return restart(topics, book.rewindMillis());
  }

  private RestartPoint restart(Topics topics, long reachMillis) {
    List<TopicPartition> partitions = new ArrayList<>();
    for (int partition = 0; partition < Servers.PARTITIONS; partition++) {
      partitions.add(new TopicPartition(topics.transactions(), partition));
    }
    return restart(
        String.valueOf(servers.client().get("bootstrap.servers")),
        topics.transactions(),
        partitions,
        reachMillis,
        /* spanMillis= */ 30_000);
  }

  /** Where a job with this consumer group would restart. */
  protected abstract RestartPoint restart(
      String servers,
      String group,
      List<TopicPartition> partitions,
      long reachMillis,
      long spanMillis);

  /**
   * Where a job restarts.
   *
   * @param newFrom the log time from which every record is new to the job
   * @param offsets the offset at which the job begins to read, for each partition
   */
  public record RestartPoint(long newFrom, Map<TopicPartition, Long> offsets) {}

  private JobProcess start(JobPlaces places, Path lake, List<String> more) throws Exception {
    Path rules = Files.writeString(folder.resolve("rules.yaml"), ShortWindows.RULES);
    List<String> options = new ArrayList<>(servers.options(places));
    options.addAll(committing());
    options.addAll(more);
    options.addAll(List.of("--rules=" + rules, "--lake=" + lake, "--lakeEvery=30 s"));
    return JobProcess.start(mainClass(), options);
  }
}
