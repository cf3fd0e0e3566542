package weir.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.local.LocalKafka;
import weir.local.Topics;
import weir.model.LogPosition;
import weir.model.LogRecord;
import weir.model.Payload;

/**
 * What the floor rests on, on every engine. A job with further keys commits the end of each
 * partition, also of one that has hardly any record, or none, and rests. Beside the offset stands
 * the run, which is another one in each job.
 */
@Tag("slow")
public abstract class FloorContract {
  private static final String GROUP = "floor";
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private static final String RULES =
      """
      allowedLateness: 10 s
      allowedClockSkew: 5 s
      keys: {merchant: merchantId}
      rules:
        - {id: dear, version: 1, kind: amount-over, severity: low, limit: 1}
      """;

  /** Of partitions that have many records, one, and none. */
  private static final List<Long> ENDS = List.of(500L, 1L, 0L);

  private final Topics topics = new Topics("transactions", "alerts", "dead", ENDS.size(), true);

  @TempDir private Path folder = Path.of("target");

  /** The main class of the job on this engine. */
  protected abstract String mainClass();

  /** Options that make the engine commit offsets soon. */
  protected abstract List<String> committing();

  private record Committed(long offset, String note) {
    private String run() {
      return note.substring(0, note.indexOf(' '));
    }

    private long reachedAt() {
      return Long.parseLong(note.substring(note.indexOf(' ') + 1));
    }
  }

  @Test
  void theEndOfEachPartitionIsCommittedByTheRunThatHasReachedIt() throws Exception {
    try (LocalKafka kafka = LocalKafka.start()) {
      Map<String, Object> client = Map.of("bootstrap.servers", kafka.bootstrapServers());
      topics.create(client);
      List<LogRecord> log = new ArrayList<>();
      for (int partition = 0; partition < ENDS.size(); partition++) {
        for (long offset = 0; offset < ENDS.get(partition); offset++) {
          log.add(record(partition, offset));
        }
      }
      LogWriter.write(client, topics.transactions(), log);
      try (Admin admin = Admin.create(client)) {
        String first = await(admin, kafka, "");
        assertThat(await(admin, kafka, first)).isNotEqualTo(first);
      }
    }
  }

  private static LogRecord record(int partition, long offset) {
    return new LogRecord(
        new LogPosition(partition, offset, System.currentTimeMillis()),
        null,
        new Payload(new byte[] {(byte) offset}));
  }

  /** The run of a job that is not this one, when it has committed all that there is. */
  private String await(Admin admin, LocalKafka kafka, String other) throws Exception {
    try (JobProcess job = start(kafka)) {
      SortedMap<Integer, Committed> all = awaitAll(admin, job, other, /* since= */ 0);
      String run = all.values().iterator().next().run();
      assertThat(all.values()).extracting(Committed::run).containsOnly(run);
      // While all partitions rest, the run says again and again that it is still there.
      assertThat(awaitAll(admin, job, other, System.currentTimeMillis()).values())
          .extracting(Committed::run)
          .containsOnly(run);
      return run;
    }
  }

  private SortedMap<Integer, Committed> awaitAll(
      Admin admin, JobProcess job, String other, long since) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    SortedMap<Integer, Committed> committed = committed(admin);
    while (!isAll(committed, other, since)) {
      String found = committed.toString();
      assertThat(job.isAlive() && System.nanoTime() < end)
          .as(() -> found + "\n" + job.output())
          .isTrue();
      TimeUnit.MILLISECONDS.sleep(200);
      committed = committed(admin);
    }
    return committed;
  }

  private static boolean isAll(SortedMap<Integer, Committed> committed, String other, long since) {
    return committed.size() == ENDS.size()
        && committed.entrySet().stream()
            .allMatch(
                each ->
                    each.getValue().offset() == ENDS.get(each.getKey())
                        && !each.getValue().run().equals(other)
                        && each.getValue().reachedAt() >= since);
  }

  private SortedMap<Integer, Committed> committed(Admin admin) throws Exception {
    SortedMap<Integer, Committed> committed = new TreeMap<>();
    admin
        .listConsumerGroupOffsets(GROUP)
        .partitionsToOffsetAndMetadata()
        .get()
        .forEach(
            (partition, each) -> {
              if (each != null && partition.topic().equals(topics.transactions())) {
                committed.put(partition.partition(), new Committed(each.offset(), each.metadata()));
              }
            });
    return committed;
  }

  private JobProcess start(LocalKafka kafka) throws Exception {
    Path rules = Files.writeString(folder.resolve("rules.yaml"), RULES);
    List<String> options = new ArrayList<>(committing());
    options.addAll(
        List.of(
            "--bootstrapServers=" + kafka.bootstrapServers(),
            "--inputTopic=" + topics.transactions(),
            "--alertTopic=" + topics.alerts(),
            "--deadLetterTopic=" + topics.deadLetters(),
            "--consumerGroup=" + GROUP,
            "--rules=" + rules));
    return JobProcess.start(mainClass(), options);
  }
}
