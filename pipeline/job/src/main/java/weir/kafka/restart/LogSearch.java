package weir.kafka.restart;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import weir.topics.LogTimes;

/**
 * Finds the place in the log that belongs to a log time. Kafka names the first record that has that
 * time or a later one, and this may be one that is far ahead of its neighbours: then the place is
 * searched for among those behind it.
 */
final class LogSearch {
  private final Consumer<byte[], byte[]> consumer;
  private final LogTimes times;
  private final List<TopicPartition> partitions;
  private final Map<TopicPartition, Long> ends;

  LogSearch(Consumer<byte[], byte[]> consumer, LogTimes times, List<TopicPartition> partitions) {
    this.consumer = consumer;
    this.times = times;
    this.partitions = partitions;
    this.ends = consumer.endOffsets(partitions);
  }

  /** An offset of each partition before which no record has this log time or a later one. */
  Map<TopicPartition, Long> firstNotBefore(long time) {
    if (time <= 0) {
      // Kafka refuses to search for such a time.
      return consumer.beginningOffsets(partitions);
    }
    Map<TopicPartition, Long> offsets = new HashMap<>(ends);
    Map<TopicPartition, OffsetAndTimestamp> found =
        consumer.offsetsForTimes(
            partitions.stream().collect(Collectors.toMap(each -> each, each -> time)));
    found.forEach(
        (partition, first) -> {
          if (first != null) {
            offsets.put(partition, search(partition, first.offset(), time));
          }
        });
    return offsets;
  }

  /** The place from that of a record on which may be alone with its time. */
  private long search(TopicPartition partition, long first, long time) {
    if (!isBefore(partition, first, time)) {
      return first;
    }
    long before = first;
    long notBefore = ends.getOrDefault(partition, first);
    while (notBefore - before > 1) {
      long middle = (before + notBefore) >>> 1;
      if (isBefore(partition, middle, time)) {
        before = middle;
      } else {
        notBefore = middle;
      }
    }
    return notBefore;
  }

  /** Whether a stretch begins before the time; of too short a one nothing is known. */
  private boolean isBefore(TopicPartition partition, long from, long time) {
    long to = ends.getOrDefault(partition, from);
    return times.first(partition, from, to).reached().orElse(Long.MAX_VALUE) < time;
  }
}
