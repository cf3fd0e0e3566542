package weir.kafka.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two partitions of a backlog, each read by a consumer of its own. */
class AbreastTest {
  private static final TopicPartition ONE = new TopicPartition("t", 0);
  private static final TopicPartition OTHER = new TopicPartition("t", 1);
  private static final long PLENTY = 1000;

  private final AtomicLong nanos = new AtomicLong();
  private final Abreast abreast = new Abreast(nanos::get);
  private final Reader one = new Reader(ONE);
  private final Reader other = new Reader(OTHER);

  private final class Reader {
    private final TopicPartition partition;
    private final MockConsumer<byte[], byte[]> consumer =
        new MockConsumer<>(OffsetResetStrategy.EARLIEST);
    private long next;

    Reader(TopicPartition partition) {
      this.partition = partition;
    }

    /** What comes of a poll if the partition's next record has this log time. */
    boolean gets(long logTime) {
      consumer.addRecord(
          new ConsumerRecord<>(
              "t",
              partition.partition(),
              next,
              logTime,
              TimestampType.LOG_APPEND_TIME,
              0,
              0,
              new byte[0],
              new byte[0],
              new RecordHeaders(),
              Optional.empty()));
      boolean came = polls();
      next += came ? 1 : 0;
      return came;
    }

    boolean polls() {
      abreast.letWait(consumer);
      var records = consumer.poll(Duration.ZERO);
      abreast.came(records);
      return !records.isEmpty();
    }

    boolean waits() {
      boolean waits = abreast.letWait(consumer);
      assertThat(consumer.paused()).isEqualTo(waits ? Set.of(partition) : Set.of());
      return waits;
    }
  }

  @BeforeEach
  void assign() {
    for (Reader each : List.of(one, other)) {
      each.consumer.assign(List.of(each.partition));
      each.consumer.updateBeginningOffsets(Map.of(each.partition, 0L));
      each.consumer.updateEndOffsets(Map.of(each.partition, PLENTY));
      each.consumer.seek(each.partition, 0);
    }
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  @Test
  void whoIsAheadWaitsForWhoIsBehind() {
    assertThat(one.gets(1000)).isTrue();
    assertThat(other.gets(500)).isTrue();
    assertThat(one.waits()).isTrue();
    assertThat(other.waits()).isFalse();
    assertThat(other.gets(1500)).isTrue();
    assertThat(one.waits()).isFalse();
    assertThat(other.waits()).isTrue();
  }

  /** It may be empty. */
  @Test
  void nobodyWaitsForAPartitionOfWhichNothingCameYet() {
    assertThat(one.gets(1000)).isTrue();
    assertThat(other.polls()).isFalse();
    assertThat(one.waits()).isFalse();
  }

  @Test
  void nobodyWaitsForAPartitionThatIsReadToItsEnd() {
    assertThat(one.gets(1000)).isTrue();
    assertThat(other.gets(500)).isTrue();
    other.consumer.updateEndOffsets(Map.of(OTHER, 1L));
    assertThat(other.polls()).isFalse();
    assertThat(one.waits()).isFalse();
  }

  @Test
  void nobodyWaitsForAPartitionThatNothingComesFromAnyMore() {
    assertThat(one.gets(1000)).isTrue();
    assertThat(other.gets(500)).isTrue();
    pass(Duration.ofMillis(999));
    assertThat(one.waits()).isTrue();
    pass(Duration.ofMillis(1));
    assertThat(one.waits()).isFalse();
  }

  /** As one is whose sender wrote a log time in the far future. */
  @Test
  void whoIsFarAheadIsStillReadNowAndThen() {
    assertThat(one.gets(Long.MAX_VALUE)).isTrue();
    for (int i = 0; i < 3; i++) {
      assertThat(other.gets(500 + i)).isTrue();
      assertThat(one.waits()).isTrue();
      pass(Duration.ofMillis(400));
    }
    assertThat(other.gets(600)).isTrue();
    assertThat(one.gets(Long.MAX_VALUE)).isTrue();
    assertThat(one.waits()).isTrue();
  }

  @Test
  void whatIsNotReadAnyMoreIsForgotten() {
    String run = "a run";
    Abreast first = Abreast.of(run);
    one.consumer.addRecord(new ConsumerRecord<>("t", 0, 0, new byte[0], new byte[0]));
    first.came(one.consumer.poll(Duration.ZERO));
    Abreast.gone(run, List.of(OTHER));
    assertThat(Abreast.of(run)).isSameAs(first);
    Abreast.gone(run, List.of(ONE));
    assertThat(Abreast.of(run)).isNotSameAs(first);
    Abreast.gone(run, List.of());
  }
}
