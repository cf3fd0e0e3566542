package weir.io;

import java.util.OptionalLong;
import org.apache.kafka.common.TopicPartition;

/**
 * How far a consumer group got in a partition.
 *
 * @param lastRead log time of the last record before the committed offset
 * @param firstUnread log time of the first record from there on; absent if all is read
 */
record Progress(TopicPartition partition, OptionalLong lastRead, OptionalLong firstUnread) {
  boolean allRead() {
    return firstUnread.isEmpty();
  }
}
