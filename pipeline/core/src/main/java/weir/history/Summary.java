package weir.history;

import weir.model.Transaction;

/**
 * What a rule wants to know of a stretch of a history. The summaries of two neighbouring stretches
 * give the summary of both. Summaries of the same transactions are equal.
 */
public interface Summary<S> {

  S ofNothing();

  S of(Transaction transaction);

  /** The summary of a stretch and the one that follows it. */
  S plus(S left, S right);
}
