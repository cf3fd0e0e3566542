package weir.history;

import weir.model.Transaction;

/**
 * What a rule wants to know of a stretch of a history, in a form that two neighbouring stretches
 * can be put together from. Summaries of the same are equal.
 */
public interface Summary<S> {

  S ofNothing();

  S of(Transaction transaction);

  /** Of a stretch and the one that follows it. */
  S plus(S left, S right);
}
