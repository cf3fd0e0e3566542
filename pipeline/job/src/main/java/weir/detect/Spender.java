package weir.detect;

/** The key of a total: a rule, a user and a currency. */
record Spender(String ruleId, String currency, String userId) {
  /** Every code of ISO 4217 is that long. */
  private static final int CODE = 3;

  /** No rule's id contains it. */
  private static final char BEHIND_RULE = '/';

  static Spender of(String key) {
    String ruleId = ruleId(key);
    int currency = ruleId.length() + 1;
    return new Spender(
        ruleId, key.substring(currency, currency + CODE), key.substring(currency + CODE));
  }

  static String ruleId(String key) {
    return key.substring(0, key.indexOf(BEHIND_RULE));
  }

  String key() {
    return ruleId + BEHIND_RULE + currency + userId;
  }
}
