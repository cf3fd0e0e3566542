package weir.history;

import java.util.HashMap;
import java.util.Map;
import weir.filter.Selection;
import weir.model.Money;
import weir.model.Transaction;

/** How much was spent in each currency by those that the filter lets pass. */
public record Amounts(Selection filter) implements Summary<Map<String, Amounts.Spend>> {

  /** How often and how much, in minor units. */
  public record Spend(int count, long minor) {
    static final Spend NONE = new Spend(0, 0);

    Spend plus(Spend other) {
      return new Spend(count + other.count, Money.plus(minor, other.minor));
    }
  }

  @Override
  public Map<String, Spend> ofNothing() {
    return Map.of();
  }

  @Override
  public Map<String, Spend> of(Transaction transaction) {
    return Map.of(transaction.currency(), new Spend(1, transaction.amountMinor()));
  }

  @Override
  public Map<String, Spend> plus(Map<String, Spend> left, Map<String, Spend> right) {
    if (left.isEmpty() || right.isEmpty()) {
      return left.isEmpty() ? right : left;
    }
    Map<String, Spend> sum = new HashMap<>(left);
    right.forEach((currency, spend) -> sum.merge(currency, spend, Spend::plus));
    return sum;
  }
}
