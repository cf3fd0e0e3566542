package weir.rules;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import weir.model.Money;
import weir.model.Transaction;
import weir.yaml.Durations;

/**
 * Was more spent in the window up to a payment than the limit? Amounts of different currencies have
 * no sum: those in the payment's own currency count, and only those that the filter names.
 */
public record SumInWindow(RuleHeader header, AmountLimit limit, long windowMillis)
    implements KeyedRule {
  static final RuleKind KIND =
      new RuleKind(
          "sum-in-window",
          (header, params) ->
              new SumInWindow(header, params.amount("limit"), params.duration("window")));

  @Override
  public Optional<Finding> judge(Window window) {
    String currency = window.subject().currency();
    // Nearly always all of it together is within the limit, and nobody need look at filters.
    if (!limit.isBelow(window.spent(currency), currency)) {
      return Optional.empty();
    }
    List<Transaction> spent = window.matching(header.filter());
    spent.removeIf(tx -> !tx.currency().equals(currency));
    long sum = 0;
    for (Transaction tx : spent) {
      sum = Money.plus(sum, tx.amountMinor());
    }
    if (!limit.isBelow(sum, currency)) {
      return Optional.empty();
    }
    BigDecimal total = Money.toMajor(sum, currency);
    return Optional.of(
        new Finding(
            total,
            limit.in(currency),
            currency,
            spent,
            currency
                + " "
                + total.toPlainString()
                + " in "
                + spent.size()
                + " matching transactions within "
                + Durations.print(windowMillis)
                + ", over the limit of "
                + limit.in(currency).toPlainString()));
  }
}
