package weir.dashboard.live;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came in each of the last seconds of the clock. */
public final class Rates {
  /** A quarter of an hour. */
  public static final int SECONDS = 900;

  /**
   * One second.
   *
   * @param time its end in epoch milliseconds
   * @param transactions a second; absent while no source counts them
   * @param alerts how many alerts came
   */
  public record Point(long time, @Nullable Double transactions, int alerts) {}

  /** A counter of transactions. */
  public enum Counter {
    LOG,
    DATABASE
  }

  private record Count(Counter counter, long count, long nanos) {}

  private final Deque<Point> points = new ArrayDeque<>();
  private int alerts;
  private long alertsInAll;
  private @Nullable Double transactionRate;
  private @Nullable Count last;

  public synchronized void alerts(int more) {
    alerts += more;
    alertsInAll += more;
  }

  /**
   * How many transactions there are by now. The rate is what lies between two counts of one counter
   * which ran on; between those of two there lies nothing.
   */
  public synchronized void transactions(Counter counter, long count, long nanos) {
    Count before = last;
    if (before != null
        && before.counter() == counter
        && nanos > before.nanos()
        && count >= before.count()) {
      double rate = (count - before.count()) * 1e9 / (nanos - before.nanos());
      transactionRate = Math.round(rate * 10) / 10.0;
    }
    last = new Count(counter, count, nanos);
  }

  /** This counter has stopped; others still count. */
  public synchronized void transactionsUnknown(Counter counter) {
    if (last == null || last.counter() == counter) {
      last = null;
      transactionRate = null;
    }
  }

  /** Ends a second. */
  public synchronized Point tick(long time) {
    Point point = new Point(time, transactionRate, alerts);
    alerts = 0;
    points.addLast(point);
    if (points.size() > SECONDS) {
      points.removeFirst();
    }
    return point;
  }

  public synchronized List<Point> points() {
    return List.copyOf(points);
  }

  public synchronized long alertsInAll() {
    return alertsInAll;
  }

  public synchronized @Nullable Double transactionRate() {
    return transactionRate;
  }
}
