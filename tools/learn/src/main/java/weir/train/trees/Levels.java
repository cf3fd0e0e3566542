package weir.train.trees;

import java.util.function.DoubleUnaryOperator;
import weir.learn.ScoreTable;
import weir.learn.Tree;

/** Makes the table from margins to scores, once and for all. */
final class Levels {
  static final double UNIT = 1L << Tree.MEAN_BITS;

  /** No margin of any model comes near. */
  private static final double MOST_MARGIN = 1L << 52;

  private Levels() {}

  /**
   * A score is a share in thousandths, rounded to the nearest.
   *
   * @param marginOf the margin, as a number, from which on a share between 0 and 1 is reached; it
   *     rises
   */
  static ScoreTable table(DoubleUnaryOperator marginOf) {
    long[] margins = new long[ScoreTable.MOST];
    long before = Long.MIN_VALUE;
    for (int i = 0; i < margins.length; i++) {
      double margin = Math.ceil(marginOf.applyAsDouble((i + 0.5) / ScoreTable.MOST) * UNIT);
      margins[i] = Math.max(before, (long) Math.max(-MOST_MARGIN, Math.min(MOST_MARGIN, margin)));
      before = margins[i];
    }
    return ScoreTable.of(margins);
  }
}
