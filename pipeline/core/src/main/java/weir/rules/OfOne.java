package weir.rules;

import weir.expression.Condition;
import weir.filter.Lists;
import weir.model.Transaction;

/** An expression that is asked of one transaction alone. */
record OfOne(Condition condition, Asked asked) implements weir.filter.Selection {
  @Override
  public boolean matches(Transaction tx, long logTime, Lists lists) {
    return condition.holds(new Facts(tx, logTime, lists, asked));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof OfOne that && condition.equals(that.condition);
  }

  @Override
  public int hashCode() {
    return condition.hashCode();
  }
}
