package weir.detect;

/** A user's purse in one currency, as one key: the code of the currency, then the user. */
final class Spender {
  /** Every code of ISO 4217 is that long. */
  private static final int CODE = 3;

  private Spender() {}

  static String key(String userId, String currency) {
    return currency + userId;
  }

  static String userId(String key) {
    return key.substring(CODE);
  }

  static String currency(String key) {
    return key.substring(0, CODE);
  }
}
