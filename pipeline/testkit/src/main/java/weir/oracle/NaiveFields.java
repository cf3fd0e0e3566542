package weir.oracle;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import weir.fields.DeclaredValues;
import weir.model.Transaction;

/** Declared fields as plain values: a text, a decimal or a truth each. */
final class NaiveFields {
  private NaiveFields() {}

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
