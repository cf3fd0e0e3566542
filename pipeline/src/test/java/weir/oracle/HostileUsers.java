package weir.oracle;

import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import weir.model.Transaction;

/** People whose payments touch every rule, and whose names no terminal or page would like. */
final class HostileUsers {
  private static final List<String> NAMES =
      List.of("u", "o'hara\"", "<b>x</b>", "müller-", "用户", "emoji😀", "semi;colon--", "a b");
  private static final List<String> METHODS =
      List.of("card", "PayPal", "paypal", "PAYPAL", "wallet");
  private static final List<String> CURRENCIES = List.of("EUR", "EUR", "EUR", "USD", "JPY", "KWD");

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
    // Mostly at home: two places differ in most windows otherwise.
    int place = random.nextInt(12) == 0 ? random.nextInt(PLACES.size()) : user % PLACES.size();
    Place at = PLACES.get(place);
    boolean named = random.nextInt(8) != 0;
    boolean located = random.nextInt(6) != 0;
    String currency = CURRENCIES.get(user % CURRENCIES.size());
    return new Transaction(
        id,
        NAMES.get(user % NAMES.size()) + user,
        amountMinor(currency),
        currency,
        time,
        random.nextBoolean() ? "m" + random.nextInt(50) : null,
        random.nextBoolean() ? "food" : null,
        METHODS.get(random.nextInt(METHODS.size())),
        named ? at.city() : null,
        named ? at.country() : null,
        located ? at.latitude() : null,
        located ? at.longitude() : null,
        null);
  }

  /** The same id with other content, perhaps at another time. */
  Transaction contradict(Transaction tx, long laterMillis) {
    return new Transaction(
        tx.id(),
        tx.userId(),
        tx.amountMinor() + 1,
        tx.currency(),
        tx.time() + laterMillis,
        tx.merchantId(),
        tx.category(),
        tx.paymentMethod(),
        tx.city(),
        tx.country(),
        tx.latitude(),
        tx.longitude(),
        tx.deviceId());
  }

  /** Around every limit of the default book: at it, one minor unit beside it, and far from it. */
  private long amountMinor(String currency) {
    long unit =
        switch (currency) {
          case "JPY" -> 1;
          case "KWD" -> 1000;
          default -> 100;
        };
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
