package weir.rules;

import java.util.List;
import java.util.Optional;
import weir.filter.AmountLimit;
import weir.history.Window;
import weir.model.Money;
import weir.model.Transaction;

/** Is one amount over the limit? The limit is in major units of the transaction's own currency. */
public record AmountOver(RuleHeader header, AmountLimit limit) implements KeyedRule {
  public static final RuleKind KIND =
      new RuleKind(
          "amount-over",
          "this kind looks at the payment alone",
          (header, params) -> {
            AmountLimit limit = params.amount("limit");
            Passing.checkOne(params, header, limit);
            return new AmountOver(header, limit);
          });

  @Override
  public long windowMillis() {
    return 0;
  }

  @Override
  public AmountOver with(RuleHeader other) {
    return new AmountOver(other, limit);
  }

  @Override
  public Optional<Finding> judge(Window window) {
    Transaction tx = window.subject();
    if (!limit.isBelow(tx)) {
      return Optional.empty();
    }
    String amount = Money.toMajor(tx.amountMinor(), tx.currency()).toPlainString();
    return Optional.of(
        new Finding(
            Money.toMajor(tx.amountMinor(), tx.currency()),
            limit.in(tx.currency()),
            tx.currency(),
            List.of(tx),
            1,
            tx.currency()
                + " "
                + amount
                + " in one payment is over the limit of "
                + limit.in(tx.currency()).toPlainString()));
  }
}
