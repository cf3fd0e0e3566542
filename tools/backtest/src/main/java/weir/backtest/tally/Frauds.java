package weir.backtest.tally;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import weir.model.Money;

/** How many frauds there are, and what was paid in them. */
final class Frauds {
  private final SortedMap<String, BigDecimal> money = new TreeMap<>();
  private long many;

  void add(Settled fraud) {
    many++;
    money.merge(
        fraud.currency(), Money.toMajor(fraud.amountMinor(), fraud.currency()), BigDecimal::add);
  }

  void add(Frauds others) {
    many += others.many;
    others.money.forEach((currency, paid) -> money.merge(currency, paid, BigDecimal::add));
  }

  long many() {
    return many;
  }

  /** By currency. */
  SortedMap<String, BigDecimal> money() {
    return Collections.unmodifiableSortedMap(money);
  }

  /** What was paid in these and not in others, which are some of them. */
  SortedMap<String, BigDecimal> without(Frauds others) {
    SortedMap<String, BigDecimal> rest = new TreeMap<>(money);
    others.money.forEach((currency, paid) -> rest.merge(currency, paid, BigDecimal::subtract));
    return rest;
  }
}
