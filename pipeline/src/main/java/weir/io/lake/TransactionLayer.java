package weir.io.lake;

import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import weir.model.FiredRule;
import weir.model.Money;
import weir.model.Severity;
import weir.model.Transaction;
import weir.model.Verdict;

/** Silver: accepted transactions with what the rules make of them. */
final class TransactionLayer implements Layer<Verdict> {
  private static final long serialVersionUID = 1L;

  private static final Schema SCHEMA =
      new Columns("transaction")
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
          .number("seen")
          .schema();

  @Override
  public String folder() {
    return "silver";
  }

  @Override
  public Schema schema() {
    return SCHEMA;
  }

  @Override
  public long time(Verdict verdict) {
    return verdict.transaction().time();
  }

  @Override
  public GenericRecord row(Verdict verdict) {
    Transaction tx = verdict.transaction();
    GenericRecord row = new GenericData.Record(SCHEMA);
    row.put("user_id", tx.userId());
    row.put("transaction_id", tx.id());
    row.put("event_time", tx.time());
    row.put("amount_minor", tx.amountMinor());
    // Currencies differ in their decimals, which a decimal column cannot; so exactly, as text.
    row.put("amount", Money.toMajor(tx.amountMinor(), tx.currency()).toPlainString());
    row.put("currency", tx.currency());
    row.put("merchant_id", tx.merchantId());
    row.put("category", tx.category());
    row.put("payment_method", tx.paymentMethod());
    row.put("city", tx.city());
    row.put("country", tx.country());
    row.put("latitude", tx.latitude());
    row.put("longitude", tx.longitude());
    row.put("device_id", tx.deviceId());
    row.put("is_flagged", verdict.isSuspicious());
    row.put("severity", verdict.severity().map(Severity::code).orElse(null));
    row.put("fired_rules", verdict.fired().stream().map(FiredRule::id).toList());
    row.put("seen", verdict.seen());
    return row;
  }
}
