package weir.kafka.restart;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import weir.topics.LogTimes;
import weir.topics.PartitionTime;

/** Asks Kafka how far a consumer group got, in log time. */
final class ProgressReader {
  private static final Logger LOG = LoggerFactory.getLogger(ProgressReader.class);

  /** The last offsets may belong to marks of transactions, not to records. */
  private static final long LOOK_BACK = 100;

  private final LogTimes times;
  private final Map<TopicPartition, Long> first;
  private final Map<TopicPartition, Long> end;
  private final Map<TopicPartition, OffsetAndMetadata> committed;

  ProgressReader(
      Consumer<byte[], byte[]> consumer, LogTimes times, List<TopicPartition> partitions) {
    this.times = times;
    this.first = consumer.beginningOffsets(partitions);
    this.end = consumer.endOffsets(partitions);
    this.committed = consumer.committed(new HashSet<>(partitions));
  }

  Progress of(TopicPartition partition) {
    long from = first.getOrDefault(partition, 0L);
    long to = end.getOrDefault(partition, 0L);
    long next = next(partition, from, to);
    PartitionTime read = times.last(partition, Math.max(from, next - LOOK_BACK), next);
    OptionalLong reached = read.reached();
    return new Progress(
        partition,
        next,
        reached,
        reached.isPresent() ? reached : read.earliest(),
        firstUnread(times.first(partition, next, to), reached));
  }

  /** Too few of them can all be far ahead of what follows, which is not before what was reached. */
  private static OptionalLong firstUnread(PartitionTime unread, OptionalLong reached) {
    OptionalLong earliest = unread.earliest();
    if (earliest.isEmpty() || reached.isEmpty()) {
      return earliest;
    }
    return unread.reached().isPresent()
        ? OptionalLong.of(Math.max(earliest.getAsLong(), reached.getAsLong()))
        : reached;
  }

  private long next(TopicPartition partition, long from, long to) {
    OffsetAndMetadata known = committed.get(partition);
    if (known == null) {
      return from;
    }
    if (known.offset() > to) {
      LOG.warn(
          "The group's offset {} of {} is beyond the log's end {}: this is not the topic that was"
              + " read before. Reading it from the beginning.",
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
}
