package weir.kafka.restart;

import java.util.OptionalLong;
import org.apache.kafka.common.TopicPartition;

/**
 * How far a consumer group got in a partition.
 *
 * @param next the first offset that was not committed
 * @param reached the log time that the partition had reached there, and so its watermark; absent if
 *     that is not to be said of so few records
 * @param lastRead a log time that no record has before which is still to come, by those that were
 *     read; absent if none was
 * @param firstUnread the same by the first ones that are still to come; absent if all is read
 */
record Progress(
    TopicPartition partition,
    long next,
    OptionalLong reached,
    OptionalLong lastRead,
    OptionalLong firstUnread) {
  boolean allRead() {
    return firstUnread.isEmpty();
  }
}
