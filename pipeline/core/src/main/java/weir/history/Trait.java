package weir.history;

import org.jspecify.annotations.Nullable;
import weir.filter.Selection;
import weir.model.Transaction;

/** A text that transactions have or lack, whose different values are counted. */
public interface Trait {

  /** Which transactions it is about; the others lack it. */
  Selection filter();

  /** The value of one that the filter lets pass; absent if it has none. */
  @Nullable String of(Transaction transaction);
}
