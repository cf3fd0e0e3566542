package weir.kafka.restart;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import weir.topics.LogTimes;
import weir.topics.PartitionTime;

/** Finds out how far a consumer group got, in log time. */
final class ProgressReader {
  /** The last offsets may belong to marks of transactions, not to records. */
  private static final long LOOK_BACK = 100;

  private final LogTimes times;
  private final Ends ends;
  private final Map<TopicPartition, OffsetAndMetadata> committed;
  private final Consumer<String> tell;

  /**
   * Where the log begins and ends.
   *
   * @param first the offsets where it begins
   * @param written the offsets where it ends
   * @param readable the same, of what can be read; looked up after {@code written}
   */
  record Ends(
      Map<TopicPartition, Long> first,
      Map<TopicPartition, Long> written,
      Map<TopicPartition, Long> readable) {}

  /**
   * Reads.
   *
   * @param committed was looked up before the ends
   * @param tell hears what is odd
   */
  ProgressReader(
      LogTimes times,
      Ends ends,
      Map<TopicPartition, OffsetAndMetadata> committed,
      Consumer<String> tell) {
    this.times = times;
    this.ends = ends;
    this.committed = committed;
    this.tell = tell;
  }

  List<Progress> of(List<TopicPartition> partitions) {
    return partitions.stream().map(this::of).toList();
  }

  private Progress of(TopicPartition partition) {
    long from = ends.first().getOrDefault(partition, 0L);
    long to = ends.readable().getOrDefault(partition, 0L);
    long next = next(partition, from, to);
    PartitionTime read = times.last(partition, Math.max(from, next - LOOK_BACK), next);
    PartitionTime unread = times.first(partition, next, to);
    OptionalLong reached = read.reached();
    return new Progress(
        partition,
        next,
        reached,
        reached.isPresent() ? reached : read.earliest(),
        firstUnread(unread, reached),
        reached.isEmpty() && unread.reached().isEmpty(),
        ends.written().getOrDefault(partition, 0L) > to);
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
      tell.accept(
          String.format(
              "The group's offset %d of %s is beyond the log's end %d: this is not the topic that"
                  + " was read before. Reading it from the beginning.",
              known.offset(), partition, to));
      return from;
    }
    if (known.offset() < from) {
      tell.accept(
          String.format(
              "Records %d to %d of %s were deleted before they were judged.",
              known.offset(), from - 1, partition));
    }
    return Math.max(from, known.offset());
  }
}
