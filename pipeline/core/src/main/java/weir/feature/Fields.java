package weir.feature;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import weir.feature.Operand.TextField;
import weir.model.Transaction;

/** The operands that every transaction can have. */
public final class Fields {
  public static final Operand.Amount AMOUNT = new Operand.Amount();
  public static final TextField ID = new TextField("id", Transaction::id);
  public static final TextField USER_ID = new TextField("userId", Transaction::userId);
  public static final TextField MERCHANT_ID = new TextField("merchantId", Transaction::merchantId);
  public static final TextField DEVICE_ID = new TextField("deviceId", Transaction::deviceId);
  public static final TextField CITY = new TextField("city", Transaction::city);
  public static final TextField COUNTRY = new TextField("country", Transaction::country);
  public static final TextField CATEGORY = new TextField("category", Transaction::category);
  public static final TextField CURRENCY = new TextField("currency", Fields::currency);
  public static final TextField PAYMENT_METHOD =
      new TextField("paymentMethod", Transaction::paymentMethod);

  /** All of them by their names. */
  public static final Map<String, Operand> STANDARD = standard();

  private Fields() {}

  /** A transaction has one; what a label tells of it may lack it. */
  private static @Nullable String currency(Transaction tx) {
    return tx.currency().isEmpty() ? null : tx.currency();
  }

  private static Map<String, Operand> standard() {
    Map<String, Operand> standard = new LinkedHashMap<>();
    for (Operand each :
        new Operand[] {
          AMOUNT,
          ID,
          USER_ID,
          MERCHANT_ID,
          DEVICE_ID,
          CITY,
          COUNTRY,
          CATEGORY,
          PAYMENT_METHOD,
          CURRENCY
        }) {
      standard.put(each.name(), each);
    }
    return Collections.unmodifiableMap(standard);
  }
}
