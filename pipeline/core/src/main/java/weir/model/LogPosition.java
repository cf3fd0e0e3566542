package weir.model;

import java.util.Comparator;

/**
 * Where a record stands in the input topic.
 *
 * @param time the record's log time in epoch milliseconds, as it is in the log: the sender of a
 *     record may write any number there
 */
public record LogPosition(int partition, long offset, long time) {
  /** By log time; of one time by their places. */
  public static final Comparator<LogPosition> ORDER =
      Comparator.comparingLong(LogPosition::time)
          .thenComparingInt(LogPosition::partition)
          .thenComparingLong(LogPosition::offset);

  /** Kafka's own mark of a record without a time. */
  public static final long NO_TIME = -1;

  /** Whether the log time is usable. */
  public boolean hasTime() {
    return Times.isUsable(time);
  }

  /** The log time as files and databases can hold it. */
  public long writtenTime() {
    return hasTime() ? time : NO_TIME;
  }
}
