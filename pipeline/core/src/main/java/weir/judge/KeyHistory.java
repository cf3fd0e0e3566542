package weir.judge;

import weir.feature.FoldingHistory;

/**
 * What one value of a key has of transactions; immutable.
 *
 * @param newestLogTime when the newest of all that ever came reached the log
 */
public record KeyHistory(FoldingHistory transactions, long newestLogTime) {
  public static final KeyHistory EMPTY = new KeyHistory(FoldingHistory.EMPTY, Long.MIN_VALUE);
}
