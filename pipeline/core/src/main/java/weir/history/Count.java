package weir.history;

import weir.filter.Selection;
import weir.model.Transaction;

/** How many the filter lets pass. */
record Count(Selection filter) implements Summary<Integer> {

  @Override
  public Integer ofNothing() {
    return 0;
  }

  @Override
  public Integer of(Transaction transaction) {
    return 1;
  }

  @Override
  public Integer plus(Integer left, Integer right) {
    return left + right;
  }
}
