package weir.learn;

import java.util.Arrays;

/**
 * From margins to scores: a score is the number of entries that are not greater than the margin.
 */
public final class ScoreTable {
  /** The greatest score, and the number of entries. */
  public static final int MOST = 1000;

  private final long[] margins;

  private ScoreTable(long[] margins) {
    this.margins = margins;
  }

  /** Of ascending margins: entry i is the least margin with a score of i + 1. */
  public static ScoreTable of(long... margins) {
    return new ScoreTable(margins.clone());
  }

  /** From 0 to {@link #MOST}. */
  public int score(long margin) {
    return Sorted.countUpTo(margins, margin);
  }

  public long[] margins() {
    return margins.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ScoreTable that && Arrays.equals(margins, that.margins);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(margins);
  }
}
