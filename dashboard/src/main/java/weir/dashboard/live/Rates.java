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
   * @param transactions a second; absent while no source tells
   * @param alerts how many alerts came
   */
  public record Point(long time, @Nullable Double transactions, int alerts) {}

  private final Deque<Point> points = new ArrayDeque<>();
  private int alerts;
  private long alertsInAll;
  private @Nullable Double transactionRate;
  private long lastCount = -1;
  private long lastNanos;

  public synchronized void alerts(int more) {
    alerts += more;
    alertsInAll += more;
  }

  /** How many transactions there are by now; the rate is what lies between two such counts. */
  public synchronized void transactions(long count, long nanos) {
    if (lastCount >= 0 && nanos > lastNanos && count >= lastCount) {
      transactionRate = Math.round((count - lastCount) * 1e10 / (nanos - lastNanos)) / 10.0;
    }
    lastCount = count;
    lastNanos = nanos;
  }

  /** No source tells how many transactions there are. */
  public synchronized void transactionsUnknown() {
    lastCount = -1;
    transactionRate = null;
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
