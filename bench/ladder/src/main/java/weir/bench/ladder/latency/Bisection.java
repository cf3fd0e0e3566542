package weir.bench.ladder.latency;

import java.util.function.DoublePredicate;

/**
 * Searches for the greatest rate that holds. It doubles or halves the rate until the limit is
 * between two rates, and then bisects.
 */
final class Bisection {
  private final double precision;
  private final int most;

  /**
   * A search.
   *
   * @param precision the share of the rate by which the result may be too low
   * @param most the greatest number of probes
   */
  Bisection(double precision, int most) {
    this.precision = precision;
    this.most = most;
  }

  /** The greatest rate that was seen to hold, or 0 if none was. */
  double search(double start, DoublePredicate holds) {
    double low = 0;
    double high = Double.POSITIVE_INFINITY;
    double rate = start;
    for (int probes = 0; probes < most && !closed(low, high); probes++) {
      if (holds.test(rate)) {
        low = rate;
      } else {
        high = rate;
      }
      rate = Double.isInfinite(high) ? low * 2 : (low + high) / 2;
    }
    return low;
  }

  private boolean closed(double low, double high) {
    return !Double.isInfinite(high) && high - low <= precision * high;
  }
}
