package weir.io;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks Kafka how far a consumer group got, in log time. */
final class ProgressReader {
  private static final Logger LOG = LoggerFactory.getLogger(ProgressReader.class);
  private static final Duration POLL = Duration.ofMillis(200);

  /** The last offsets may be no records but the marks of transactions. */
  private static final long LOOK_BACK = 100;

  private final Consumer<byte[], byte[]> consumer;
  private final Duration patience;
  private final Map<TopicPartition, Long> first;
  private final Map<TopicPartition, Long> end;
  private final Map<TopicPartition, OffsetAndMetadata> committed;

  /**
   * Asks at once.
   *
   * @param patience how long it is waited for a record that is there
   */
  ProgressReader(
      Consumer<byte[], byte[]> consumer, List<TopicPartition> partitions, Duration patience) {
    this.consumer = consumer;
    this.patience = patience;
    this.first = consumer.beginningOffsets(partitions);
    this.end = consumer.endOffsets(partitions);
    this.committed = consumer.committed(new HashSet<>(partitions));
  }

  Progress of(TopicPartition partition) {
    long from = first.getOrDefault(partition, 0L);
    long to = end.getOrDefault(partition, 0L);
    long next = next(partition, from, to);
    return new Progress(
        partition,
        timeOf(partition, Math.max(from, next - LOOK_BACK), next, /* last= */ true),
        timeOf(partition, next, to, /* last= */ false));
  }

  private long next(TopicPartition partition, long from, long to) {
    OffsetAndMetadata known = committed.get(partition);
    if (known == null) {
      return from;
    }
    if (known.offset() > to) {
      LOG.warn(
          "The group's offset {} of {} is behind the log's end {}: the topic is not the one that"
              + " was read. It is read from its beginning.",
          known.offset(),
          partition,
          to);
      return from;
    }
    if (known.offset() < from) {
      LOG.warn(
          "Records {} to {} of {} were deleted before they were judged.",
          known.offset(),
          from - 1,
          partition);
    }
    return Math.max(from, known.offset());
  }

  /** The log time of the first or last record of a stretch, if there is any in it. */
  private OptionalLong timeOf(TopicPartition partition, long from, long to, boolean last) {
    OptionalLong time = OptionalLong.empty();
    if (from >= to) {
      return time;
    }
    consumer.assign(List.of(partition));
    consumer.seek(partition, from);
    long end = System.nanoTime() + patience.toNanos();
    while (consumer.position(partition) < to) {
      if (System.nanoTime() - end > 0) {
        throw new TimeoutException("no record of " + partition + " came");
      }
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL).records(partition)) {
        if (record.offset() >= to) {
          return time;
        }
        time = OptionalLong.of(record.timestamp());
        if (!last) {
          return time;
        }
      }
    }
    return time;
  }
}
