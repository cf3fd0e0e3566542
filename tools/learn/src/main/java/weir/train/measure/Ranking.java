package weir.train.measure;

import java.util.Arrays;
import java.util.OptionalDouble;
import weir.train.rows.Part;

/**
 * Transactions by their margins, the greatest first. Those of one margin share a rank: no order
 * among them counts.
 */
public final class Ranking {
  /** The different margins, descending. */
  private final long[] margins;

  /** How many transactions have at least this margin. */
  private final int[] alerts;

  /** How many of these are frauds. */
  private final int[] caught;

  private Ranking(long[] margins, int[] alerts, int[] caught) {
    this.margins = margins;
    this.alerts = alerts;
    this.caught = caught;
  }

  /** Of the margins of all rows of a part, below 2^62. */
  public static Ranking of(long[] margins, Part part) {
    long[] sorted = new long[margins.length];
    for (int i = 0; i < sorted.length; i++) {
      sorted[i] = margins[i] << 1 | (part.fraud(i) ? 1 : 0);
    }
    Arrays.sort(sorted);
    long[] different = new long[sorted.length];
    int[] alerts = new int[sorted.length];
    int[] caught = new int[sorted.length];
    int size = 0;
    int frauds = 0;
    for (int i = sorted.length - 1; i >= 0; i--) {
      long margin = sorted[i] >> 1;
      frauds += (int) (sorted[i] & 1);
      if (size == 0 || different[size - 1] != margin) {
        different[size++] = margin;
      }
      alerts[size - 1] = sorted.length - i;
      caught[size - 1] = frauds;
    }
    return new Ranking(
        Arrays.copyOf(different, size), Arrays.copyOf(alerts, size), Arrays.copyOf(caught, size));
  }

  /** How many different margins there are. */
  public int ranks() {
    return margins.length;
  }

  public long margin(int rank) {
    return margins[rank];
  }

  /** How many transactions have this rank or a better one. */
  public int alerts(int rank) {
    return alerts[rank];
  }

  /** How many frauds have this rank or a better one. */
  public int caught(int rank) {
    return caught[rank];
  }

  public int transactions() {
    return margins.length == 0 ? 0 : alerts[margins.length - 1];
  }

  public int frauds() {
    return margins.length == 0 ? 0 : caught[margins.length - 1];
  }

  /**
   * How probable it is that a fraud has a greater margin than an honest transaction, where equal
   * ones count half: the area under the ROC curve. Nothing if there are none of either.
   */
  public OptionalDouble auc() {
    long honest = (long) transactions() - frauds();
    if (honest == 0 || frauds() == 0) {
      return OptionalDouble.empty();
    }
    long halves = 0;
    for (int rank = 0; rank < margins.length; rank++) {
      long frauds = (long) caught[rank] - (rank == 0 ? 0 : caught[rank - 1]);
      long honestHere = (long) alerts[rank] - (rank == 0 ? 0 : alerts[rank - 1]) - frauds;
      long honestBelow = honest - alerts[rank] + caught[rank];
      halves += frauds * (2 * honestBelow + honestHere);
    }
    return OptionalDouble.of(halves / (2.0 * honest * frauds()));
  }

  /**
   * The precision at each rank, weighted by the share of frauds that are found there. Nothing if
   * there are no frauds.
   */
  public OptionalDouble averagePrecision() {
    if (frauds() == 0) {
      return OptionalDouble.empty();
    }
    double sum = 0;
    int before = 0;
    for (int rank = 0; rank < margins.length; rank++) {
      sum += (double) (caught[rank] - before) * caught[rank] / alerts[rank];
      before = caught[rank];
    }
    return OptionalDouble.of(sum / frauds());
  }

  /** What the first of them amount to: as many ranks as have no more than so many transactions. */
  public Caught first(int most) {
    int ranks = ranksOfFirst(most);
    return ranks == 0
        ? new Caught(0, 0, frauds())
        : new Caught(alerts[ranks - 1], caught[ranks - 1], frauds());
  }

  /** The least margin of these; greater than all if there are none. */
  public long marginOfFirst(int most) {
    int ranks = ranksOfFirst(most);
    return ranks == 0 ? Long.MAX_VALUE : margins[ranks - 1];
  }

  private int ranksOfFirst(int most) {
    int ranks = 0;
    while (ranks < alerts.length && alerts[ranks] <= most) {
      ranks++;
    }
    return ranks;
  }

  /** What the first of them amount to that have so many frauds, or more. */
  public Caught catching(int wanted) {
    int rank = 0;
    while (rank < margins.length && caught[rank] < wanted) {
      rank++;
    }
    return rank == margins.length
        ? new Caught(transactions(), frauds(), frauds())
        : new Caught(alerts[rank], caught[rank], frauds());
  }

  /** What would be an alert, if all from a margin on were. */
  public Caught from(long margin) {
    int low = 0;
    int high = margins.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (margins[middle] >= margin) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low == 0
        ? new Caught(0, 0, frauds())
        : new Caught(alerts[low - 1], caught[low - 1], frauds());
  }
}
