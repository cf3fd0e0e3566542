package weir.postgres;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import weir.model.FiredRule;
import weir.model.Money;
import weir.model.Severity;
import weir.model.Transaction;
import weir.model.Verdict;

/** Accepted transactions with what the rules make of them. */
final class VerdictRows implements TableRows<Verdict> {
  private static final long serialVersionUID = 1L;

  @Override
  public String sql() {
    return """
        insert into transactions as known (
          user_id, event_time, transaction_id, amount, currency, merchant_id, category,
          payment_method, city, country, latitude, longitude, device_id,
          is_flagged, severity, fired_rules, seen)
        select user_id, %s,
          transaction_id, amount, currency, merchant_id, category,
          payment_method, city, country, latitude, longitude, device_id,
          fired <> '', severity, string_to_array(fired, ','), seen
        from unnest(?::text[], ?::int8[], ?::text[], ?::numeric[], ?::text[], ?::text[], ?::text[],
          ?::text[], ?::text[], ?::text[], ?::float8[], ?::float8[], ?::text[],
          ?::text[], ?::text[], ?::int8[])
          as rows (user_id, event_time, transaction_id, amount, currency, merchant_id, category,
            payment_method, city, country, latitude, longitude, device_id,
            severity, fired, seen)
        on conflict (user_id, event_time, transaction_id) do update set
          is_flagged = excluded.is_flagged, severity = excluded.severity,
          fired_rules = excluded.fired_rules, seen = excluded.seen
        where excluded.seen > known.seen
        """
        .formatted(ArrayParameters.time("event_time"));
  }

  @Override
  public void bind(PreparedStatement statement, List<Verdict> rows) throws SQLException {
    List<Transaction> txs = rows.stream().map(Verdict::transaction).toList();
    new ArrayParameters<>(statement, txs)
        .text(Transaction::userId)
        .whole(Transaction::time)
        .text(Transaction::id)
        .number(tx -> Money.toMajor(tx.amountMinor(), tx.currency()))
        .text(Transaction::currency)
        .text(Transaction::merchantId)
        .text(Transaction::category)
        .text(Transaction::paymentMethod)
        .text(Transaction::city)
        .text(Transaction::country)
        .real(Transaction::latitude)
        .real(Transaction::longitude)
        .text(Transaction::deviceId)
        .of(rows)
        .text(verdict -> verdict.severity().map(Severity::code).orElse(null))
        .text(VerdictRows::fired)
        .whole(Verdict::seen);
  }

  /** Ids of rules have no comma. */
  private static String fired(Verdict verdict) {
    return verdict.fired().stream().map(FiredRule::id).collect(Collectors.joining(","));
  }

  @Override
  public int size(Verdict row) {
    Transaction tx = row.transaction();
    int ids = tx.userId().length() + tx.id().length();
    int fired = row.fired().stream().mapToInt(rule -> rule.id().length()).sum();
    return ids
        + fired
        + Stream.of(tx.merchantId(), tx.category(), tx.paymentMethod(), tx.city(), tx.country())
            .mapToInt(VerdictRows::length)
            .sum()
        + length(tx.deviceId());
  }

  private static int length(@Nullable String text) {
    return text == null ? 0 : text.length();
  }

  /** The columns of the key, a NUL between them: no text holds one. */
  @Override
  public String key(Verdict row) {
    Transaction tx = row.transaction();
    return tx.userId() + '\0' + tx.time() + '\0' + tx.id();
  }

  @Override
  public boolean replaces(Verdict known, Verdict other) {
    return other.seen() > known.seen();
  }
}
