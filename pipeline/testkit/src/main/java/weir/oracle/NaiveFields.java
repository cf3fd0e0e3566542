package weir.oracle;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import weir.fields.DeclaredValues;
import weir.model.Transaction;

/** Fields as plain values: a text, a decimal or a truth each. */
final class NaiveFields {
  private NaiveFields() {}

  /** The texts that a transaction has, declared or not, by their names. */
  static Map<String, String> texts(Transaction tx) {
    Map<String, @Nullable String> all = new HashMap<>();
    of(tx).forEach((name, value) -> all.put(name, value instanceof String text ? text : null));
    all.put("id", tx.id());
    all.put("userId", tx.userId());
    all.put("currency", tx.currency());
    all.put("merchantId", tx.merchantId());
    all.put("category", tx.category());
    all.put("paymentMethod", tx.paymentMethod());
    all.put("city", tx.city());
    all.put("country", tx.country());
    all.put("deviceId", tx.deviceId());
    Map<String, String> texts = new HashMap<>();
    all.forEach(
        (name, text) -> {
          if (text != null) {
            texts.put(name, text);
          }
        });
    return texts;
  }

  /** The declared fields. */
  static Map<String, Object> of(Transaction tx) {
    Map<String, Object> fields = new HashMap<>();
    tx.declared()
        .forEach(
            new DeclaredValues.Cases<RuntimeException>() {
              @Override
              public void text(String name, String value) {
                fields.put(name, value);
              }

              @Override
              public void number(String name, long millionths) {
                fields.put(name, new BigDecimal(millionths).movePointLeft(6));
              }

              @Override
              public void truth(String name, boolean value) {
                fields.put(name, value);
              }
            });
    return fields;
  }
}
