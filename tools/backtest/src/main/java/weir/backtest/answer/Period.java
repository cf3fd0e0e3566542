package weir.backtest.answer;

import java.util.concurrent.TimeUnit;

/**
 * The event times of the payments that an answer is about.
 *
 * @param from of the first one, in epoch milliseconds
 * @param to just after the last one; the same as from if there is none
 */
public record Period(long from, long to) {
  private static final long DAY = TimeUnit.DAYS.toMillis(1);
  private static final long MINUTE = TimeUnit.MINUTES.toMillis(1);

  /** How long it is in days, and at least a minute. */
  public double days() {
    return (double) Math.max(MINUTE, to - from) / DAY;
  }

  /** How many a day so many in the period are. */
  public double perDay(long count) {
    return count / days();
  }
}
