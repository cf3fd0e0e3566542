package weir.history;

import weir.filter.Selection;
import weir.model.Transaction;

/**
 * What is asked about a stretch of a history. The summaries of two neighbouring stretches give the
 * summary of both.
 */
public interface Summary<S> extends Merge<S> {

  /** Which transactions it is about; the others are nothing. */
  Selection filter();

  /** The summary of one that the filter lets pass. */
  S of(Transaction transaction);

  /** The summary of some and of one that follows them, which the filter lets pass. */
  default S with(S some, Transaction next) {
    return plus(some, of(next));
  }
}
