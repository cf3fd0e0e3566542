package weir.judge;

import weir.feature.FoldingHistory;
import weir.labels.Labels;

/**
 * What one value of a key has of transactions and of labels on them; immutable.
 *
 * @param newestLogTime when the newest of all that ever came reached the log
 */
public record KeyHistory(FoldingHistory transactions, Labels labels, long newestLogTime) {
  public static final KeyHistory EMPTY =
      new KeyHistory(FoldingHistory.EMPTY, Labels.NONE, Long.MIN_VALUE);
}
