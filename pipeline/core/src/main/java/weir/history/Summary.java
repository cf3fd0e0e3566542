package weir.history;

import weir.filter.Filter;
import weir.model.Transaction;

/**
 * What a rule wants to know of a stretch of a history. The summaries of two neighbouring stretches
 * give the summary of both. Summaries of the same transactions are equal.
 */
public interface Summary<S> {

  /** Which transactions it wants to know of; the others are nothing. */
  Filter filter();

  S ofNothing();

  /** The summary of one that the filter lets pass. */
  S of(Transaction transaction);

  /** The summary of a stretch and the one that follows it. */
  S plus(S left, S right);
}
