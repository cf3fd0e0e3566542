package weir.filter;

import java.io.Serializable;
import weir.model.Transaction;

/**
 * Which transactions a question is about. Equal conditions let the same ones pass, because what was
 * summed up under one is used for the other.
 */
public interface Selection extends Serializable {

  /**
   * Whether the transaction is one of them.
   *
   * @param logTime when it reached the log: it is looked up in lists as they were then
   */
  boolean matches(Transaction tx, long logTime, Lists lists);
}
