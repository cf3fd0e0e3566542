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
 * @param few whether the records there are so few, read and unread, that all of them may have any
 *     time
 * @param open whether more was written that cannot be read yet, because a sender's transaction is
 *     open
 */
record Progress(
    TopicPartition partition,
    long next,
    OptionalLong reached,
    OptionalLong lastRead,
    OptionalLong firstUnread,
    boolean few,
    boolean open) {

  /** What may lie between the clocks of this machine and of the brokers. */
  static final long CLOCKS_MILLIS = 60_000;

  static final long BEFORE_ALL = Long.MIN_VALUE;
  static final long AFTER_ALL = Long.MAX_VALUE;

  boolean allRead() {
    return firstUnread.isEmpty();
  }

  /**
   * A log time that no record has before which is still to be read from the partition.
   *
   * @param live whether log times are the brokers' clock
   * @param asked when Kafka was asked for the end of the log
   */
  long nextLogTime(boolean live, long asked) {
    if (!allRead()) {
      return firstUnread.getAsLong();
    }
    if (!live) {
      return lastRead.orElse(AFTER_ALL);
    }
    long written = lastRead.orElse(BEFORE_ALL);
    // What belongs to an open transaction was written whenever, and is still to come.
    return open ? written : Math.max(written, asked - CLOCKS_MILLIS);
  }
}
