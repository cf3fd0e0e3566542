package weir.model;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import weir.fields.DeclaredValues;

/**
 * One payment, as its sender told it.
 *
 * @param amountMinor the exact amount in the currency's minor units (cents, yen, fils)
 * @param time event time in epoch milliseconds
 * @param latitude degrees north; there is never one coordinate without the other
 * @param declared the values of fields that the charter declares
 */
public record Transaction(
    String id,
    String userId,
    long amountMinor,
    String currency,
    long time,
    @Nullable String merchantId,
    @Nullable String category,
    @Nullable String paymentMethod,
    @Nullable String city,
    @Nullable String country,
    @Nullable Double latitude,
    @Nullable Double longitude,
    @Nullable String deviceId,
    DeclaredValues declared) {

  /**
   * The order in which transactions are judged; ids break ties of time. Two users may have the same
   * id at the same time.
   */
  public static final Comparator<Transaction> ORDER = Transaction::compare;

  private static int compare(Transaction one, Transaction other) {
    if (one.time != other.time) {
      return Long.compare(one.time, other.time);
    }
    int byId = one.id.compareTo(other.id);
    return byId != 0 ? byId : one.userId.compareTo(other.userId);
  }

  public Transaction {
    if ((latitude == null) != (longitude == null)) {
      throw new IllegalArgumentException("one coordinate without the other");
    }
  }

  /** A transaction without declared fields. */
  public Transaction(
      String id,
      String userId,
      long amountMinor,
      String currency,
      long time,
      @Nullable String merchantId,
      @Nullable String category,
      @Nullable String paymentMethod,
      @Nullable String city,
      @Nullable String country,
      @Nullable Double latitude,
      @Nullable Double longitude,
      @Nullable String deviceId) {
    this(
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
        deviceId,
        DeclaredValues.NONE);
  }

  /** The same with these declared fields. */
  public Transaction withDeclared(DeclaredValues other) {
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
        deviceId,
        other);
  }

  public boolean hasCoordinates() {
    return latitude != null;
  }
}
