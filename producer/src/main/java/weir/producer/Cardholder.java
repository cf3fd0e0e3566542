package weir.producer;

import java.util.List;
import java.util.SplittableRandom;

/** A user's lasting habits, which follow from the seed and the user's number alone. */
record Cardholder(String userId, City home, double usualAmount, String method, String device) {
  private static final List<String> METHODS =
      List.of("card", "card", "card", "card", "PayPal", "wallet", "transfer");

  static Cardholder number(int number, long seed) {
    SplittableRandom random = new SplittableRandom(seed * 1_000_003 + number);
    return new Cardholder(
        "user-" + number,
        City.ALL.get(random.nextInt(City.ALL.size())),
        8 + 60 * random.nextDouble(),
        METHODS.get(random.nextInt(METHODS.size())),
        "device-" + Integer.toHexString(random.nextInt(1 << 24)));
  }
}
