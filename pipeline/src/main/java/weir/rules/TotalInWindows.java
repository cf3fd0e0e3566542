package weir.rules;

import java.math.BigDecimal;
import java.util.Optional;
import weir.model.Alert;
import weir.model.Money;
import weir.yaml.Durations;

/**
 * Did a user spend more than the limit within one of the pipeline's sliding windows? Amounts of
 * different currencies have no sum, so each currency has its own total.
 */
public record TotalInWindows(
    RuleHeader header, AmountLimit limit, long windowMillis, long everyMillis) implements Rule {
  static final RuleKind KIND =
      new RuleKind(
          "total-in-windows",
          (header, params) ->
              new TotalInWindows(
                  header,
                  params.amount("limit"),
                  params.duration("window"),
                  params.duration("every")));

  public TotalInWindows {
    if (everyMillis <= 0 || everyMillis > windowMillis) {
      throw new IllegalArgumentException("every is at most as long as window");
    }
  }

  /** How much later than it happened an accepted transaction may be let through to the windows. */
  public long heldMillis() {
    return TotalGate.heldMillis(this);
  }

  /** Judges what one window holds so far of one user's spending in one currency. */
  public Optional<Alert> judge(String userId, String currency, long windowEnd, Spending spending) {
    if (!limit.isBelow(spending.totalMinor(), currency)) {
      return Optional.empty();
    }
    BigDecimal total = Money.toMajor(spending.totalMinor(), currency);
    return Optional.of(
        new Alert(
            AlertId.ofWindow(header, userId, currency, windowEnd),
            Alert.Status.RAISED,
            header.id(),
            header.version(),
            header.severity(),
            userId,
            null,
            windowEnd,
            windowEnd - windowMillis,
            windowEnd,
            spending.count(),
            total,
            limit.in(currency),
            currency,
            spending.newest().stream().map(Spending.Item::id).toList(),
            spending.count(),
            currency
                + " "
                + total.toPlainString()
                + " in "
                + spending.count()
                + " transactions within "
                + Durations.print(windowMillis)
                + ", over the limit of "
                + limit.in(currency).toPlainString()));
  }
}
