package weir.kafka.restart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import weir.contract.LogWriter;
import weir.judge.Floor;
import weir.kafka.KafkaSettings;
import weir.kafka.read.Idleness;
import weir.local.LocalKafka;
import weir.local.Topics;
import weir.model.LogPosition;
import weir.model.LogRecord;
import weir.model.Payload;

/** The floor of a run in a real Kafka. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class FloorLookupTest {
  private static final long START = 1_772_323_200_000L;
  private static final long YEAR_5000 = 95_617_584_000_000L;
  private static final int RECORDS = 500;
  private static final String RUN = "this-run";
  private static final String OTHER = "another-run";

  /** So many records behind the newest a partition is in time. */
  private static final long BEHIND = 8_000;

  private final LocalKafka kafka = LocalKafka.start();
  private final Map<String, Object> client = Map.of("bootstrap.servers", kafka.bootstrapServers());
  private final Admin admin = Admin.create(client);

  @AfterAll
  void stopKafka() {
    admin.close();
    kafka.close();
  }

  private FollowedRun run(String topic, int partitions, Idleness idleness) {
    List<TopicPartition> all = new ArrayList<>();
    for (int partition = 0; partition < partitions; partition++) {
      all.add(new TopicPartition(topic, partition));
    }
    KafkaSettings settings =
        new KafkaSettings(
            kafka.bootstrapServers(), topic + "-group", Map.of(), Duration.ofMinutes(1));
    return new FollowedRun(settings, all, idleness, RUN);
  }

  private void create(String topic, int partitions, boolean live) {
    new Topics(topic, topic + "-alerts", topic + "-dead", partitions, live).create(client);
  }

  /** A record a second in each partition, of which a few have times that no watch would show. */
  private void write(String topic, int partitions) {
    List<LogRecord> log = new ArrayList<>();
    for (int offset = 0; offset < RECORDS; offset++) {
      long time = offset % 50 == 7 ? YEAR_5000 : offset % 50 == 9 ? -1 : lawful(offset);
      for (int partition = 0; partition < partitions; partition++) {
        log.add(
            new LogRecord(
                new LogPosition(partition, offset, time), null, new Payload(new byte[0])));
      }
    }
    create(topic, partitions, false);
    LogWriter.write(client, topic, log);
  }

  private static long lawful(long offset) {
    return START + 1000 * offset;
  }

  private void commit(String topic, int partition, long offset, String run) throws Exception {
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    offsets.put(
        new TopicPartition(topic, partition), new OffsetAndMetadata(offset, run + " " + offset));
    admin.alterConsumerGroupOffsets(topic + "-group", offsets).all().get();
  }

  private static Optional<FoundFloor> look(FollowedRun run) {
    try (FloorLookup lookup = FloorLookup.open(run)) {
      return lookup.look();
    }
  }

  @Test
  void itIsWhereThePartitionIsThatIsFurthestBack() throws Exception {
    write("slowest", 2);
    FollowedRun run = run("slowest", 2, Idleness.WAIT);
    assertThat(look(run)).isEmpty();
    commit("slowest", 0, 400, RUN);
    assertThat(look(run)).as("with one partition").isEmpty();
    commit("slowest", 1, 207, RUN);
    FoundFloor found = look(run).orElseThrow();
    assertThat(found.logTime()).isBetween(lawful(207) - BEHIND, lawful(208));
    assertThat(found.commits()).isEqualTo(new RunCommits(207, 400));
    commit("slowest", 1, RECORDS, RUN);
    assertThat(look(run).orElseThrow().logTime()).isBetween(lawful(400) - BEHIND, lawful(400));
  }

  @Test
  void whatAnotherRunCommitsSaysNothing() throws Exception {
    write("taken", 2);
    FollowedRun run = run("taken", 2, Idleness.WAIT);
    commit("taken", 0, 400, OTHER);
    commit("taken", 1, 400, OTHER);
    assertThat(look(run)).isEmpty();
    commit("taken", 1, 100, RUN);
    assertThat(look(run)).isEmpty();
    commit("taken", 0, 100, RUN);
    assertThat(look(run).orElseThrow().logTime()).isBetween(lawful(100) - BEHIND, lawful(100));
  }

  @Test
  void recordsThatWereDeletedAreNotToCome() throws Exception {
    write("deleted", 1);
    commit("deleted", 0, 50, RUN);
    TopicPartition partition = new TopicPartition("deleted", 0);
    admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(300))).all().get();
    assertThat(look(run("deleted", 1, Idleness.WAIT)).orElseThrow().logTime())
        .isEqualTo(lawful(300));
  }

  /** Then the offset is not of this topic. */
  @Test
  void anOffsetBeyondTheEndIsNone() throws Exception {
    write("recreated", 1);
    commit("recreated", 0, RECORDS + 1, RUN);
    assertThat(look(run("recreated", 1, Idleness.WAIT)).orElseThrow().logTime())
        .isEqualTo(lawful(0));
  }

  @Test
  void aLivePartitionThatNeverHadARecordGoesWithTheClock() throws Exception {
    create("rest", 2, true);
    FollowedRun run = run("rest", 2, Idleness.WALL_CLOCK);
    commit("rest", 0, 0, RUN);
    commit("rest", 1, 0, RUN);
    long before = System.currentTimeMillis();
    long floor = look(run).orElseThrow().logTime();
    assertThat(floor + Progress.CLOCKS_MILLIS).isBetween(before, System.currentTimeMillis());
  }

  /** What is in it was written before now, and is still to come. */
  @Test
  void anOpenTransactionHoldsALivePartition() throws Exception {
    create("open", 1, true);
    FollowedRun run = run("open", 1, Idleness.WALL_CLOCK);
    commit("open", 0, 0, RUN);
    Map<String, Object> sender = new HashMap<>(client);
    sender.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "sender");
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(sender, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.initTransactions();
      producer.beginTransaction();
      producer.send(new ProducerRecord<>("open", 0, null, new byte[0])).get();
      assertThat(look(run)).as("while it is open").isEmpty();
      producer.abortTransaction();
    }
    // Its mark follows a moment after.
    Optional<FoundFloor> found = look(run);
    while (found.isEmpty()) {
      TimeUnit.MILLISECONDS.sleep(20);
      found = look(run);
    }
    assertThat(found.get().logTime()).isGreaterThan(System.currentTimeMillis() - 120_000);
  }

  @Test
  void stepsOfARunFollowIt() throws Exception {
    write("followed", 1);
    FollowedRun run = run("followed", 1, Idleness.WAIT);
    Floor floor = run.floor();
    assertThat(floor.logTime()).isEqualTo(Floor.UNKNOWN);
    long now = System.currentTimeMillis();
    TopicPartition partition = new TopicPartition("followed", 0);
    OffsetAndMetadata reached = new OffsetAndMetadata(300, RUN + " " + (now + 60_000));
    admin.alterConsumerGroupOffsets("followed-group", Map.of(partition, reached)).all().get();
    while (floor.logTime() == Floor.UNKNOWN) {
      TimeUnit.MILLISECONDS.sleep(50);
    }
    assertThat(floor.logTime()).isBetween(lawful(300) - BEHIND, lawful(300));
    assertThat(
            Thread.getAllStackTraces().keySet().stream()
                .filter(each -> each.getName().equals("weir-floor-followed-group")))
        .hasSize(1)
        .allMatch(Thread::isDaemon);
    assertThat(run("followed", 1, Idleness.WAIT).floor().logTime()).isEqualTo(floor.logTime());
  }
}
