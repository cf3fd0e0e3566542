package weir.learn;

import java.util.Arrays;

/**
 * How often values fell between edges. Bin 0 is below the first edge, and bin i begins with edge i
 * - 1, so there is one bin more than edges.
 */
public final class Histogram {
  /** So a bin that is empty on one side does not make a distance infinite. */
  private static final double LEAST_SHARE = 1e-4;

  private final long[] edges;
  private final long[] counts;

  private Histogram(long[] edges, long[] counts) {
    this.edges = edges;
    this.counts = counts;
  }

  /** Takes the arrays over; they must not change any more. */
  static Histogram wrap(long[] edges, long[] counts) {
    return new Histogram(edges, counts);
  }

  /** Nothing counted yet, between edges that ascend. */
  public static Histogram empty(long... edges) {
    return new Histogram(edges.clone(), new long[edges.length + 1]);
  }

  /** The same edges with other counts, one more than there are edges. */
  public Histogram with(long... otherCounts) {
    if (otherCounts.length != counts.length) {
      throw new IllegalArgumentException(
          "found " + otherCounts.length + " counts, expected " + counts.length);
    }
    return new Histogram(edges, otherCounts.clone());
  }

  public int bins() {
    return counts.length;
  }

  /** The bin into which a value falls. */
  public int bin(long value) {
    return Sorted.countUpTo(edges, value);
  }

  public long count(int bin) {
    return counts[bin];
  }

  public long total() {
    return Arrays.stream(counts).sum();
  }

  /**
   * How far other counts of these bins are from its own, as the population stability index: over
   * all bins, the difference of shares times the logarithm of their ratio.
   */
  public double distance(long... recent) {
    double total = Arrays.stream(recent).sum();
    double own = total();
    double index = 0;
    for (int bin = 0; bin < counts.length; bin++) {
      double now = Math.max(LEAST_SHARE, recent[bin] / total);
      double then = Math.max(LEAST_SHARE, counts[bin] / own);
      index += (now - then) * Math.log(now / then);
    }
    return index;
  }

  public long[] edges() {
    return edges.clone();
  }

  public long[] counts() {
    return counts.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Histogram that
        && Arrays.equals(edges, that.edges)
        && Arrays.equals(counts, that.counts);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(edges) + Arrays.hashCode(counts);
  }
}
