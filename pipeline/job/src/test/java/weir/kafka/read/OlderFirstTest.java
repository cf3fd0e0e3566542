package weir.kafka.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import weir.model.LogPosition;
import weir.model.LogRecord;
import weir.model.Payload;
import weir.sink.KeptRecords;

/** A topic of three partitions, two of which begin in Kafka at offset 10, and a place that kept. */
class OlderFirstTest {
  private static final TopicPartition ONE = new TopicPartition("t", 0);
  private static final TopicPartition OTHER = new TopicPartition("t", 1);
  private static final TopicPartition WHOLE = new TopicPartition("t", 2);
  private static final long FROM = 1_772_323_200_000L;
  private static final long SECOND = 1000;
  private static final long PLENTY = 1_000_000;

  private final Map<TopicPartition, Long> held = new HashMap<>(Map.of(ONE, 10L, OTHER, 10L));
  private final Map<TopicPartition, Long> goesOn = new HashMap<>();
  private final Kept kept = new Kept();
  private OlderFirst older;

  /** Gives what it is told to, a few records at a time. */
  private static final class Kept implements KeptRecords {
    private static final long serialVersionUID = 1L;

    private final transient List<List<LogRecord>> stretches = new ArrayList<>();
    private final transient List<Long> froms = new ArrayList<>();
    private transient int open;

    private void add(LogRecord... stretch) {
      stretches.add(List.of(stretch));
    }

    @Override
    public Reading read(String topic, long from) {
      froms.add(from);
      open++;
      Iterator<List<LogRecord>> left = stretches.iterator();
      return new Reading() {
        @Override
        public List<LogRecord> next() {
          return left.hasNext() ? left.next() : List.of();
        }

        @Override
        public void close() {
          open--;
        }
      };
    }
  }

  @BeforeEach
  void assign() {
    older = reader();
    older.assigned(List.of(ONE, OTHER, WHOLE));
  }

  private OlderFirst reader() {
    return new OlderFirst(new Older(kept, FROM, held), held::get, goesOn::put);
  }

  private static LogRecord record(TopicPartition partition, long offset) {
    return new LogRecord(
        new LogPosition(partition.partition(), offset, FROM + offset * SECOND),
        null,
        new Payload(new byte[] {(byte) offset}));
  }

  private List<LogPosition> all() {
    List<LogPosition> all = new ArrayList<>();
    for (int polls = 0; !older.isOver() && polls < PLENTY; polls++) {
      for (ConsumerRecord<byte[], byte[]> each : older.poll()) {
        assertThat(each.key()).isNull();
        assertThat(each.value()).containsExactly((byte) each.offset());
        all.add(new LogPosition(each.partition(), each.offset(), each.timestamp()));
      }
    }
    return all;
  }

  private static LogPosition at(TopicPartition partition, long offset) {
    return record(partition, offset).position();
  }

  @Test
  void whatWasKeptComesBeforeWhatKafkaHolds() {
    kept.add(record(ONE, 8), record(OTHER, 9));
    kept.add(record(ONE, 9), record(OTHER, 10), record(ONE, 10), record(ONE, 11));
    assertThat(older.position(ONE)).isEqualTo(OptionalLong.of(0));
    assertThat(older.position(WHOLE)).isEmpty();
    assertThat(all()).containsExactlyInAnyOrder(at(ONE, 8), at(ONE, 9), at(OTHER, 9));
    assertThat(goesOn).isEqualTo(Map.of(ONE, 10L, OTHER, 10L));
    assertThat(older.position(ONE)).isEmpty();
    assertThat(kept.froms).containsExactly(FROM);
    assertThat(kept.open).isZero();
  }

  /** A lake has rows several times, and those of partitions of which Kafka still holds all. */
  @Test
  void eachComesOnceAndOnlyOfThosePartitions() {
    kept.add(record(ONE, 8), record(ONE, 8), record(ONE, 9), record(WHOLE, 9));
    kept.add(record(ONE, 8), record(ONE, 9), record(OTHER, 9), record(WHOLE, 9));
    assertThat(all()).containsExactly(at(ONE, 8), at(ONE, 9), at(OTHER, 9));
  }

  @Test
  void whereTooLittleWasKeptKafkaFollowsAllTheSame() {
    kept.add(record(ONE, 7));
    assertThat(all()).containsExactly(at(ONE, 7));
    assertThat(goesOn).isEqualTo(Map.of(ONE, 10L, OTHER, 10L));
  }

  @Test
  void whatKafkaPurgesMeanwhileIsReadFromThereToo() {
    kept.add(record(ONE, 9), record(OTHER, 9));
    kept.add(record(ONE, 10), record(ONE, 11), record(ONE, 12), record(OTHER, 12));
    held.put(ONE, 12L);
    assertThat(all()).containsExactly(at(ONE, 9), at(ONE, 10), at(ONE, 11), at(OTHER, 9));
    assertThat(goesOn).isEqualTo(Map.of(ONE, 12L, OTHER, 10L));
  }

  @Test
  void aReaderThatIsMadeAnewGoesOnWhereItWas() {
    for (int offset = 0; offset < 10; offset++) {
      kept.add(record(ONE, offset), record(OTHER, offset));
    }
    older.poll();
    older = reader();
    older.assigned(List.of(ONE, OTHER, WHOLE));
    assertThat(older.seek(ONE, 6)).isTrue();
    assertThat(older.seek(OTHER, 10)).isFalse();
    assertThat(older.seek(WHOLE, 3)).isFalse();
    assertThat(older.position(ONE)).isEqualTo(OptionalLong.of(6));
    assertThat(all()).containsExactly(at(ONE, 6), at(ONE, 7), at(ONE, 8), at(ONE, 9));
    assertThat(goesOn).containsEntry(ONE, 10L);
  }

  /** Spark makes readers all the time: each would look through all that was kept. */
  @Test
  void itLooksOnlyFromWhereTheOneBeforeItWas() {
    LogRecord far =
        new LogRecord(new LogPosition(0, 5, FROM + 3_600_000), null, new Payload(new byte[] {5}));
    kept.add(record(ONE, 0), far);
    older.assigned(List.of(ONE));
    older.poll();
    older = reader();
    older.assigned(List.of(ONE));
    assertThat(older.seek(ONE, 6)).isTrue();
    all();
    assertThat(kept.froms).containsExactly(FROM, FROM + 3_600_000 - 60_000);
  }

  @Test
  void aConsumerThatLooksAtTheEndLeavesItAlone() {
    older.leave(List.of(ONE, OTHER, WHOLE));
    assertThat(older.isOver()).isTrue();
    assertThat(older.position(ONE)).isEmpty();
    assertThat(kept.froms).isEmpty();
  }
}
