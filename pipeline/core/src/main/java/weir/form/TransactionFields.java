package weir.form;

import static weir.form.FieldKind.MONEY;
import static weir.form.FieldKind.OPTIONAL_REAL;
import static weir.form.FieldKind.OPTIONAL_TEXT;
import static weir.form.FieldKind.REAL_BESIDE;
import static weir.form.FieldKind.TEXT;
import static weir.form.FieldKind.TIME;

import java.util.List;
import weir.fields.DeclaredValues;
import weir.model.Transaction;

/**
 * The one description of a transaction, but for the fields that a charter declares. Its JSON and
 * its binary form follow from it, in this order, and so do the columns that it has in a row with
 * its verdict ({@link VerdictFields}). Each form has its own way to hold declared fields.
 */
public final class TransactionFields {
  static final Field ID = new Field(1, "transactionId", "transaction_id", TEXT);
  static final Field USER = new Field(2, "userId", "user_id", TEXT);
  static final Field AMOUNT = new Field(3, "amount", "amount", MONEY);
  static final Field CURRENCY = new Field(5, "currency", "currency", TEXT);
  static final Field TIMESTAMP = new Field(6, "timestamp", "event_time", TIME);
  static final Field MERCHANT = new Field(7, "merchantId", "merchant_id", OPTIONAL_TEXT);
  static final Field CATEGORY = new Field(8, "category", "category", OPTIONAL_TEXT);
  static final Field METHOD = new Field(9, "paymentMethod", "payment_method", OPTIONAL_TEXT);
  static final Field CITY = new Field(10, "city", "city", OPTIONAL_TEXT);
  static final Field COUNTRY = new Field(11, "country", "country", OPTIONAL_TEXT);
  static final Field LATITUDE = new Field(12, "latitude", "latitude", OPTIONAL_REAL);
  static final Field LONGITUDE = new Field(13, "longitude", "longitude", REAL_BESIDE);
  static final Field DEVICE = new Field(14, "deviceId", "device_id", OPTIONAL_TEXT);

  /** Those that a transaction need not have. */
  static final List<Field> DETAILS =
      List.of(MERCHANT, CATEGORY, METHOD, CITY, COUNTRY, LATITUDE, LONGITUDE, DEVICE);

  private static final List<Field> ALL =
      Field.joined(List.of(ID, USER, AMOUNT, CURRENCY, TIMESTAMP), DETAILS);

  /** The texts that several transactions can have in common. */
  private static final List<Field> OF_KEYS =
      List.of(USER, CURRENCY, MERCHANT, CATEGORY, METHOD, CITY, COUNTRY, DEVICE);

  private TransactionFields() {}

  /** All of them, in their order. */
  public static List<Field> all() {
    return ALL;
  }

  /** The names of those that can be part of a key. */
  public static List<String> keyNames() {
    return OF_KEYS.stream().map(Field::json).toList();
  }

  /** Hands on the value of every field, in their order. */
  public static <X extends Exception> void write(Transaction tx, FieldWriter<X> to) throws X {
    to.text(ID, tx.id());
    to.text(USER, tx.userId());
    to.money(AMOUNT, tx.amountMinor(), tx.currency());
    to.text(CURRENCY, tx.currency());
    to.time(TIMESTAMP, tx.time());
    writeDetails(tx, to);
  }

  static <X extends Exception> void writeDetails(Transaction tx, FieldWriter<X> to) throws X {
    to.optionalText(MERCHANT, tx.merchantId());
    to.optionalText(CATEGORY, tx.category());
    to.optionalText(METHOD, tx.paymentMethod());
    to.optionalText(CITY, tx.city());
    to.optionalText(COUNTRY, tx.country());
    to.optionalReal(LATITUDE, tx.latitude());
    to.realBeside(LONGITUDE, tx.longitude());
    to.optionalText(DEVICE, tx.deviceId());
  }

  /**
   * A transaction of what was written, field by field in their order.
   *
   * @param declared what was written of declared fields
   */
  public static <X extends Exception> Transaction read(FieldReader<X> from, DeclaredValues declared)
      throws X {
    return readAfterId(from.text(ID), from, declared);
  }

  /** The same where the id, which is the first field, is read already. */
  public static <X extends Exception> Transaction readAfterId(
      String id, FieldReader<X> from, DeclaredValues declared) throws X {
    String userId = from.text(USER);
    long amountMinor = from.money(AMOUNT, CURRENCY);
    String currency = from.commonText(CURRENCY);
    long time = from.time(TIMESTAMP);
    String merchantId = from.optionalText(MERCHANT);
    String category = from.optionalCommonText(CATEGORY);
    String paymentMethod = from.optionalCommonText(METHOD);
    String city = from.optionalCommonText(CITY);
    String country = from.optionalCommonText(COUNTRY);
    Double latitude = from.optionalReal(LATITUDE);
    Double longitude = from.realBeside(LONGITUDE, latitude);
    return new Transaction(
        id,
        userId,
        amountMinor,
        currency,
        time,
        merchantId,
        category,
        paymentMethod,
        city,
        country,
        latitude,
        longitude,
        from.optionalText(DEVICE),
        declared);
  }
}
