package weir.lake.write;

import java.util.List;
import weir.model.FiredRule;
import weir.model.Money;
import weir.model.Severity;
import weir.model.Transaction;
import weir.model.Verdict;

/** Silver: accepted transactions with what the rules make of them. */
final class TransactionLayer implements Layer<Verdict> {
  private static final long serialVersionUID = 1L;

  private static final ParquetColumns COLUMNS =
      new ParquetColumns("transaction")
          .text("user_id", "transaction_id")
          .time("event_time")
          .number("amount_minor")
          .text("amount", "currency")
          .optionalText("merchant_id", "category", "payment_method", "city", "country")
          .optionalReal("latitude", "longitude")
          .optionalText("device_id")
          .truth("is_flagged")
          .optionalText("severity")
          .texts("fired_rules")
          .number("seen");

  @Override
  public String folder() {
    return "silver";
  }

  @Override
  public ParquetColumns columns() {
    return COLUMNS;
  }

  @Override
  public long time(Verdict verdict) {
    return verdict.transaction().time();
  }

  @Override
  public void write(Verdict verdict, RowWriter row) {
    Transaction tx = verdict.transaction();
    row.text(tx.userId())
        .text(tx.id())
        .time(tx.time())
        .number(tx.amountMinor())
        // Currencies differ in their decimals, which a decimal column cannot; so exactly, as text.
        .text(Money.toMajor(tx.amountMinor(), tx.currency()).toPlainString())
        .text(tx.currency())
        .optionalText(tx.merchantId())
        .optionalText(tx.category())
        .optionalText(tx.paymentMethod())
        .optionalText(tx.city())
        .optionalText(tx.country())
        .optionalReal(tx.latitude())
        .optionalReal(tx.longitude())
        .optionalText(tx.deviceId())
        .truth(verdict.isSuspicious())
        .optionalText(verdict.severity().map(Severity::code).orElse(null))
        .texts(rules(verdict))
        .number(verdict.seen());
  }

  /** Most have none: for them even a stream would be much. */
  private static List<String> rules(Verdict verdict) {
    return verdict.isSuspicious()
        ? verdict.fired().stream().map(FiredRule::id).toList()
        : List.of();
  }
}
