package weir.kafka.restart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weir.contract.LogWriter;
import weir.kafka.KafkaSettings;
import weir.kafka.read.LogTimePolicy;
import weir.kafka.read.Older;
import weir.local.LocalKafka;
import weir.local.Topics;
import weir.model.LogPosition;
import weir.model.LogRecord;
import weir.model.Payload;
import weir.sink.KeptRecords;
import weir.topics.InputTopic;

/** Where a run begins anew in a real log in which senders wrote any time into some records. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RewindLookUpTest {
  private static final long START = 1_772_323_200_000L;
  private static final long YEAR_5000 = 95_617_584_000_000L;
  private static final long REACH = 300_000;
  private static final int RECORDS = 2000;

  /** So many records behind the newest a partition is in time. */
  private static final long BEHIND = 8_000;

  private static final KeptRecords KEPT =
      (topic, from) -> {
        throw new AssertionError("nothing is read here");
      };

  private final LocalKafka kafka = LocalKafka.start();
  private final Map<String, Object> client = Map.of("bootstrap.servers", kafka.bootstrapServers());
  private final List<LogRecord> log = new ArrayList<>();
  private int groups;

  /** A record a second, and what no watch would show at some places. */
  @BeforeAll
  void writeLog() {
    for (int offset = 0; offset < RECORDS; offset++) {
      long time =
          switch (offset) {
            case 10, 700, 701, 1200, 1996, 1999 -> YEAR_5000;
            case 0, 11, 1400, 1997 -> Long.MAX_VALUE;
            case 12, 1300, 1401 -> -1;
            case 13, 1201, 1500 -> START / 1000;
            default -> lawful(offset);
          };
      log.add(new LogRecord(new LogPosition(0, offset, time), null, new Payload(new byte[0])));
    }
    new Topics("log", "a", "d", 1, false).create(client);
    LogWriter.write(client, "log", log);
  }

  @AfterAll
  void stopKafka() {
    kafka.close();
  }

  private static long lawful(long offset) {
    return START + 1000 * offset;
  }

  private Rewind lookUp(long committed, long reach, long span) throws Exception {
    TopicPartition partition = new TopicPartition("log", 0);
    String group = "group" + groups++;
    try (Admin admin = Admin.create(client)) {
      Map<TopicPartition, OffsetAndMetadata> offsets =
          Map.of(partition, new OffsetAndMetadata(committed));
      admin.alterConsumerGroupOffsets(group, offsets).all().get();
    }
    KafkaSettings settings =
        new KafkaSettings(kafka.bootstrapServers(), group, Map.of(), Duration.ofMinutes(1));
    return Rewind.lookUp(
        new InputTopic(List.of(partition), false), settings, reach, span, Optional.empty());
  }

  @ParameterizedTest
  @ValueSource(
      longs = {
        400, 700, 701, 702, 1199, 1200, 1201, 1202, 1300, 1400, 1401, 1500, 1501, 1900, 1995, 1996,
        1997, 1998, 1999, 2000
      })
  void beginsBeforeAllThatIsNewAndNotLongBefore(long committed) throws Exception {
    Rewind rewind = lookUp(committed, REACH, 0);
    assertThat(rewind.committed()).isEqualTo(Map.of("log", Map.of(0, committed)));
    long unread = committed;
    while (unread < RECORDS && log.get((int) unread).position().time() != lawful(unread)) {
      unread++;
    }
    assertThat(rewind.newFrom()).isBetween(lawful(committed) - BEHIND, lawful(unread));
    long begin = rewind.beginning().offsets().values().iterator().next();
    assertThat(lawful(begin))
        .isBetween(rewind.newFrom() - REACH - BEHIND, rewind.newFrom() - REACH + 1000);
  }

  @Test
  void ofALakeTheSpanIsOpenThatWasReached() throws Exception {
    assertThat(lookUp(1201, REACH, 60_000).newFrom())
        .isEqualTo((lawful(1196) - LogTimePolicy.DELAY_MILLIS) / 60_000 * 60_000);
  }

  /** Kafka knows no time before 1970. */
  @Test
  void aReachBeyondAllTimesBeginsAtTheBeginning() throws Exception {
    Rewind rewind = lookUp(400, 2 * START, 0);
    assertThat(rewind.beginning().offsets()).containsValue(0L);
  }

  /** Windows that reach farther back lack what is gone, unless it was kept elsewhere. */
  @Test
  void whatKafkaNoLongerHoldsIsReadFromWhereItWasKept() throws Exception {
    new Topics("purged", "a", "d", 2, false).create(client);
    LogWriter.write(client, "purged", log);
    TopicPartition purged = new TopicPartition("purged", 0);
    List<TopicPartition> both = List.of(purged, new TopicPartition("purged", 1));
    long lastTwo = RECORDS - 2;
    try (Admin admin = Admin.create(client)) {
      admin.deleteRecords(Map.of(purged, RecordsToDelete.beforeOffset(1000))).all().get();
      admin
          .alterConsumerGroupOffsets("of-purged", Map.of(purged, new OffsetAndMetadata(1250)))
          .all()
          .get();
    }
    KafkaSettings settings =
        new KafkaSettings(kafka.bootstrapServers(), "of-purged", Map.of(), Duration.ofMinutes(1));
    InputTopic topic = new InputTopic(both, false);

    Rewind far = Rewind.lookUp(topic, settings, 2 * REACH, 0, Optional.of(KEPT));
    assertThat(far.beginning().older())
        .isEqualTo(new Older(KEPT, far.newFrom() - 2 * REACH, Map.of(purged, 1000L)));
    assertThat(far.beginning().offsets()).containsEntry(purged, 1000L);
    assertThat(Rewind.lookUp(topic, settings, REACH / 3, 0, Optional.of(KEPT)).beginning().older())
        .isNull();
    assertThat(Rewind.lookUp(topic, settings, 2 * REACH, 0, Optional.empty()).beginning().older())
        .isNull();

    try (Admin admin = Admin.create(client)) {
      admin.deleteRecords(Map.of(purged, RecordsToDelete.beforeOffset(lastTwo))).all().get();
    }
    assertThat(
            Rewind.lookUp(topic, settings, 2 * REACH, 0, Optional.of(KEPT))
                .beginning()
                .heldFrom(purged))
        .isEqualTo(lastTwo);
  }

  /** What is judged rests on labels as well: a run begins before the first that was not heard. */
  @Test
  void theTopicThatIsFartherBehindSaysWhereToBegin() throws Exception {
    new Topics("heard", "a", "d", 1, false).create(client);
    LogWriter.write(client, "heard", log);
    TopicPartition judged = new TopicPartition("log", 0);
    TopicPartition heard = new TopicPartition("heard", 0);
    try (Admin admin = Admin.create(client)) {
      admin
          .alterConsumerGroupOffsets(
              "of-both",
              Map.of(
                  judged, new OffsetAndMetadata(1600),
                  heard, new OffsetAndMetadata(900)))
          .all()
          .get();
    }
    KafkaSettings settings =
        new KafkaSettings(kafka.bootstrapServers(), "of-both", Map.of(), Duration.ofMinutes(1));
    InputTopic both =
        new InputTopic(List.of(judged), false).and(new InputTopic(List.of(heard), false));

    Rewind rewind = Rewind.lookUp(both, settings, REACH, 0, Optional.empty());
    assertThat(rewind.newFrom()).isEqualTo(lawful(900));
    assertThat(rewind.committed())
        .isEqualTo(Map.of("log", Map.of(0, 1600L), "heard", Map.of(0, 900L)));
    assertThat(rewind.beginning().offsets().keySet()).containsExactlyInAnyOrder(judged, heard);
    assertThat(rewind.beginning().offsets().values())
        .allMatch(offset -> lawful(offset) <= lawful(900) - REACH + 1000);
  }

  @Test
  void theFirstUnreadIsNewThoughHardlyAnyWasRead() throws Exception {
    assertThat(lookUp(2, REACH, 0).newFrom()).isEqualTo(lawful(2));
  }

  /** Of so few rows of a lake nothing shows that they are written. */
  @Test
  void ofALakeAllIsNewWhileHardlyAnyWasRead() throws Exception {
    assertThat(lookUp(3, REACH, 60_000).newFrom()).isEqualTo(Long.MIN_VALUE);
  }
}
