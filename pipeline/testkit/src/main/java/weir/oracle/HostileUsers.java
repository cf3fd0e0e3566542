package weir.oracle;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import weir.model.Transaction;

/** People whose payments touch every rule, and whose names are awkward for terminals and pages. */
final class HostileUsers {
  private static final List<String> NAMES =
      List.of(
          "u", "o'hara\"", "<b>x</b>", "müller-", "用户", "emoji😀", "semi;colon--", "a b", "{}\\");
  private static final List<@Nullable String> CATEGORIES =
      Arrays.asList(null, null, "food", "food", "food", "Subscription");

  private static final List<String> METHODS =
      List.of("card", "PayPal", "paypal", " PAYPAL ", "wallet");
  // Gold is a currency of ISO 4217 that has no minor unit at all.
  private static final List<String> CURRENCIES =
      List.of("EUR", "EUR", "EUR", "USD", "JPY", "KWD", "XAU");

  /** Several users share each. */
  private static final int DEVICES = 40;

  private record Place(String city, @Nullable String country, Double latitude, Double longitude) {}

  private static final List<Place> PLACES =
      List.of(
          new Place("Berlin", "DE", 52.52, 13.405),
          new Place("Potsdam", "DE", 52.391, 13.065),
          new Place("berlin", "de", 52.5, 13.4),
          new Place("Paris", "FR", 48.857, 2.352),
          new Place("Paris", null, 33.661, -95.556),
          new Place("Tokyo", "JP", 35.676, 139.65),
          new Place("Suva", "FJ", -18.124, 178.45),
          new Place("Apia", "WS", -13.833, -171.767));

  private final SplittableRandom random;

  HostileUsers(SplittableRandom random) {
    this.random = random;
  }

  Transaction pay(int user, String id, long time) {
    String currency = currency(user);
    return pay(user, id, time, anyAmount(currency), currency, anyMethod(), anyPlace(user));
  }

  Transaction paySmallByPaypal(int user, String id, long time) {
    String currency = currency(user);
    long below50 = 50 * unit(currency) - 1 - random.nextInt(3);
    return pay(user, id, time, below50, currency, METHODS.get(1), anyPlace(user));
  }

  /** Amounts of which two exceed the limit of a total that neither exceeds alone. */
  Transaction payDear(int user, String id, long time) {
    String currency = currency(user);
    long amount = 1800 * unit(currency) + random.nextLong(2000 * unit(currency));
    return pay(user, id, time, amount, currency, anyMethod(), anyPlace(user));
  }

  /** A payment at home, or on the other side of the world. */
  Transaction payAt(int user, String id, long time, boolean far) {
    int home = user % PLACES.size();
    Place at = PLACES.get(far ? (home + PLACES.size() / 2) % PLACES.size() : home);
    String currency = currency(user);
    return pay(user, id, time, anyAmount(currency), currency, anyMethod(), at, true);
  }

  Transaction renamed(Transaction tx, String id) {
    return copy(tx, id, tx.amountMinor(), tx.time());
  }

  Transaction at(Transaction tx, long time) {
    return copy(tx, tx.id(), tx.amountMinor(), time);
  }

  /** The same id with other content, perhaps at another time. */
  Transaction contradict(Transaction tx, long laterMillis) {
    return copy(tx, tx.id(), tx.amountMinor() + 1, tx.time() + laterMillis);
  }

  private Transaction pay(
      int user, String id, long time, long amount, String currency, String method, Place at) {
    return pay(user, id, time, amount, currency, method, at, random.nextInt(6) != 0);
  }

  private Transaction pay(
      int user,
      String id,
      long time,
      long amount,
      String currency,
      String method,
      Place at,
      boolean located) {
    boolean named = random.nextInt(8) != 0;
    return new Transaction(
        id,
        NAMES.get(user % NAMES.size()) + user,
        amount,
        currency,
        time,
        random.nextBoolean() ? "m" + random.nextInt(50) : null,
        CATEGORIES.get(random.nextInt(CATEGORIES.size())),
        method,
        named ? at.city() : null,
        named ? at.country() : null,
        located ? at.latitude() : null,
        located ? at.longitude() : null,
        random.nextInt(10) == 0 ? "phone \"" + user % DEVICES + "\"" : null);
  }

  private static Transaction copy(Transaction tx, String id, long amountMinor, long time) {
    return new Transaction(
        id,
        tx.userId(),
        amountMinor,
        tx.currency(),
        time,
        tx.merchantId(),
        tx.category(),
        tx.paymentMethod(),
        tx.city(),
        tx.country(),
        tx.latitude(),
        tx.longitude(),
        tx.deviceId(),
        tx.declared());
  }

  /** Mostly at home. Otherwise most windows would have two different places. */
  private Place anyPlace(int user) {
    int place = random.nextInt(12) == 0 ? random.nextInt(PLACES.size()) : user % PLACES.size();
    return PLACES.get(place);
  }

  private String anyMethod() {
    return METHODS.get(random.nextInt(METHODS.size()));
  }

  /** Mostly the user's own, because amounts in different currencies never add up. */
  private String currency(int user) {
    int which = random.nextInt(8) == 0 ? random.nextInt(CURRENCIES.size()) : user;
    return CURRENCIES.get(which % CURRENCIES.size());
  }

  /** The default book's equivalent of one euro, in minor units. */
  private static long unit(String currency) {
    return switch (currency) {
      case "XAU" -> 1;
      case "JPY" -> 160;
      case "KWD" -> 350;
      default -> 100;
    };
  }

  /** Amounts around every limit of the default book: exact, off by one minor unit, and far away. */
  private long anyAmount(String currency) {
    long unit = unit(currency);
    return switch (random.nextInt(30)) {
      case 0 -> 3500 * unit;
      case 1 -> 3500 * unit + 1;
      case 2 -> 9000 * unit + random.nextInt(3) - 1;
      case 3 -> 50 * unit - random.nextInt(2);
      case 4, 5, 6 -> (2000 + random.nextInt(3000)) * unit + random.nextInt((int) unit);
      case 7 -> 0;
      default -> 1 + random.nextInt((int) (120 * unit));
    };
  }
}
