package weir.feature;

import weir.filter.Filter;
import weir.filter.Lists;
import weir.filter.Selection;
import weir.model.Transaction;

/**
 * Which transactions a feature counts.
 *
 * @param text the condition as it is written; under one charter it says all that the condition does
 */
public record Where(String text, Selection condition) implements Selection {
  /** All of them. */
  public static final Where ALL = new Where("", Filter.NONE);

  @Override
  public boolean matches(Transaction tx, long logTime, Lists lists) {
    return condition.matches(tx, logTime, lists);
  }

  /** Of the text alone: summaries are looked up by it. */
  @Override
  public int hashCode() {
    return text.hashCode();
  }
}
