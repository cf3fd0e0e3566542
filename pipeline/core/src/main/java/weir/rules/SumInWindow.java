package weir.rules;

import java.math.BigDecimal;
import java.util.Optional;
import weir.files.Durations;
import weir.filter.AmountLimit;
import weir.filter.Filter;
import weir.history.Amounts;
import weir.history.Window;
import weir.model.Alert;
import weir.model.Money;

/**
 * Was more spent in the window up to a payment than the limit? Amounts of different currencies have
 * no sum: those in the payment's own currency count, and only those that the filter names.
 */
public record SumInWindow(RuleHeader header, AmountLimit limit, long windowMillis)
    implements KeyedRule {
  public static final RuleKind KIND =
      RuleKind.ofAnyKey(
          "sum-in-window",
          (header, params) -> {
            AmountLimit limit = params.amount("limit");
            Passing.checkSum(params, header, limit);
            return new SumInWindow(header, limit, params.duration("window"));
          });

  /** No amount is below zero. */
  @Override
  public boolean canLoseGround() {
    return false;
  }

  @Override
  public SumInWindow with(RuleHeader other) {
    return new SumInWindow(other, limit, windowMillis);
  }

  @Override
  public Optional<Finding> judge(Window window) {
    String currency = window.subject().currency();
    // Nearly always the sum of all is within the limit, and the filter need not be applied.
    if (!limit.isBelow(window.all().spent(currency), currency)) {
      return Optional.empty();
    }
    Filter filter = header.filter();
    Amounts.Spend spent = window.all().spent(filter, currency);
    if (!limit.isBelow(spent.minor(), currency)) {
      return Optional.empty();
    }
    BigDecimal total = Money.toMajor(spent.minor(), currency);
    return Optional.of(
        new Finding(
            total,
            limit.in(currency),
            currency,
            window
                .all()
                .newest(
                    filter,
                    tx -> tx.currency().equals(currency),
                    Math.min(spent.count(), Alert.MOST_EVIDENCE)),
            spent.count(),
            currency
                + " "
                + total.toPlainString()
                + " in "
                + spent.count()
                + " matching transactions within "
                + Durations.print(windowMillis)
                + ", over the limit of "
                + limit.in(currency).toPlainString()));
  }
}
