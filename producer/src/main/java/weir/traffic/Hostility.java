package weir.traffic;

import java.util.stream.DoubleStream;

/**
 * How badly the way to the log treats records.
 *
 * @param outOfOrder share that arrives after later ones, but in time
 * @param late share that arrives after the allowed lateness
 * @param duplicates share that arrives twice
 * @param future share that says it happened later than it did
 * @param malformed share that arrives broken
 * @param lagMillis how long one partition lags behind the others
 */
public record Hostility(
    double outOfOrder,
    double late,
    double duplicates,
    double future,
    double malformed,
    long lagMillis) {
  public static final Hostility NONE = new Hostility(0, 0, 0, 0, 0, 0);

  /** Some of everything, as on a bad day. */
  public static final Hostility USUAL = new Hostility(0.02, 0.001, 0.005, 0.0005, 0.001, 0);

  public Hostility {
    if (!shares(outOfOrder, late, duplicates, future, malformed).allMatch(s -> s >= 0 && s <= 1)
        || shares(outOfOrder, late, duplicates, future, malformed).sum() > 1
        || lagMillis < 0) {
      throw new IllegalArgumentException("shares are from 0 to 1, also all together");
    }
  }

  private static DoubleStream shares(double... shares) {
    return DoubleStream.of(shares);
  }
}
