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

  /** Adds up one after the other those that the filter lets pass. */
  default Adding<S> adding() {
    return new Adding<>() {
      private S sum = ofNothing();

      @Override
      public void add(Transaction next) {
        sum = plus(sum, of(next));
      }

      @Override
      public S sum() {
        return sum;
      }
    };
  }

  /** A summary that grows with each transaction, which follows those before it. */
  interface Adding<S> {
    void add(Transaction next);

    S sum();
  }
}
