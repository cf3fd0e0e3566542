package weir.detect;

import weir.notice.Books;
import weir.rules.TotalInWindows;

/** A user's purse in one currency as far as one version of a rule looks at it, and as one key. */
record Spender(String ruleId, int ruleVersion, String currency, String userId) {
  /** Every code of ISO 4217 is that long. */
  private static final int CODE = 3;

  /** No rule has it in its id. */
  private static final char BEHIND = '/';

  static Spender of(String key) {
    int id = key.indexOf(BEHIND);
    int version = key.indexOf(BEHIND, id + 1);
    int currency = version + 1;
    return new Spender(
        key.substring(0, id),
        Integer.parseInt(key, id + 1, version, 10),
        key.substring(currency, currency + CODE),
        key.substring(currency + CODE));
  }

  /** The rule; every book that has it was known when this was let through. */
  TotalInWindows rule(Books books) {
    return books
        .total(ruleId, ruleVersion)
        .orElseThrow(() -> new IllegalStateException("no total " + ruleId + "/" + ruleVersion));
  }

  String key() {
    return ruleId + BEHIND + ruleVersion + BEHIND + currency + userId;
  }
}
