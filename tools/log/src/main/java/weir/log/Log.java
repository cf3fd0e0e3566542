package weir.log;

import org.jspecify.annotations.Nullable;
import weir.judge.Floor;

/**
 * A log from its beginning to its end, one record after the other: transactions and labels
 * together, those of all partitions in the order of their log times.
 *
 * <p>The records of a partition stay in their order, whatever log times they have. So a record
 * whose log time is below those before it comes as soon as they have come, and one whose log time
 * is far above those after it holds nothing up ({@link Partition}).
 */
public interface Log extends AutoCloseable {
  /**
   * A partition's log times can fall by as much as the clocks of brokers differ. What is said to be
   * reached is so far behind.
   */
  long CLOCKS_MILLIS = 60_000;

  /** The next record; nothing at the end. */
  @Nullable Entry next();

  /**
   * A log time below which nothing comes any more, as the floor of a walk wants it. Only a record
   * whose log time is more than {@link #CLOCKS_MILLIS} below those around it comes below that.
   */
  long reached();

  /** About how many records there are in all; what is told later may be nearer. */
  long records();

  /** What is surely reached where a log time is, by clocks that differ. */
  static long behind(long logTime) {
    return logTime == Floor.UNKNOWN ? Floor.UNKNOWN : logTime - CLOCKS_MILLIS;
  }

  @Override
  void close();
}
