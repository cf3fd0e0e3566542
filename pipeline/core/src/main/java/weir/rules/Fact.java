package weir.rules;

import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import weir.expression.Type;
import weir.fields.DeclaredField;
import weir.model.Money;
import weir.model.Transaction;

/**
 * Something that a transaction says of itself, as expressions can ask for it.
 *
 * @param of its value; null if the transaction has none
 */
record Fact(Type type, Of of) implements Serializable {

  /** How the value is found. */
  interface Of extends Serializable {
    @Nullable Object apply(Transaction transaction);
  }

  private static final double[] POWERS_OF_TEN = {1, 10, 100, 1000, 10_000};
  private static final double MILLION = 1e6;

  /** What every transaction can say, by its names. */
  static final Map<String, Fact> OF_ALL = ofAll();

  private static Map<String, Fact> ofAll() {
    Map<String, Fact> facts = new TreeMap<>();
    facts.put("id", new Fact(Type.TEXT, Transaction::id));
    facts.put("userId", new Fact(Type.TEXT, Transaction::userId));
    facts.put("amount", new Fact(Type.NUMBER, Fact::amount));
    facts.put("currency", new Fact(Type.TEXT, Transaction::currency));
    facts.put("merchantId", new Fact(Type.TEXT, Transaction::merchantId));
    facts.put("category", new Fact(Type.TEXT, Transaction::category));
    facts.put("paymentMethod", new Fact(Type.TEXT, Transaction::paymentMethod));
    facts.put("city", new Fact(Type.TEXT, Transaction::city));
    facts.put("country", new Fact(Type.TEXT, Transaction::country));
    facts.put("deviceId", new Fact(Type.TEXT, Transaction::deviceId));
    facts.put("latitude", new Fact(Type.NUMBER, Transaction::latitude));
    facts.put("longitude", new Fact(Type.NUMBER, Transaction::longitude));
    facts.put("hour", new Fact(Type.NUMBER, tx -> (double) utc(tx).getHour()));
    facts.put("weekday", new Fact(Type.NUMBER, tx -> (double) utc(tx).getDayOfWeek().getValue()));
    return Collections.unmodifiableMap(facts);
  }

  /** The value of a declared field. */
  static Fact of(DeclaredField field) {
    String name = field.name();
    return switch (field.type()) {
      case TEXT -> new Fact(Type.TEXT, tx -> tx.declared().text(name));
      case NUMBER -> new Fact(Type.NUMBER, tx -> number(tx.declared().millionths(name)));
      case BOOL -> new Fact(Type.YES_OR_NO, tx -> tx.declared().truth(name));
    };
  }

  private static @Nullable Double number(@Nullable Long millionths) {
    return millionths == null ? null : (double) millionths / MILLION;
  }

  /** In major units: both numbers are exact, so the quotient is rounded once. */
  private static Double amount(Transaction tx) {
    double minor = tx.amountMinor();
    return minor / POWERS_OF_TEN[Money.digits(tx.currency())];
  }

  private static ZonedDateTime utc(Transaction tx) {
    return Instant.ofEpochMilli(tx.time()).atZone(ZoneOffset.UTC);
  }
}
