package weir.keys;

import org.jspecify.annotations.Nullable;
import weir.model.Transaction;
import weir.notice.Books;
import weir.notice.IllegalNoticeException;
import weir.notice.Notice;

/** Books of a log with three keys, and payments for them. */
public final class KeyBooks {
  public static final String CHARTER =
      """
      allowedLateness: 3 s
      allowedClockSkew: 1 s
      horizon: 30 s
      lead: 2 s
      keys: {merchant: merchantId, device: deviceId, spot: [merchantId, deviceId]}
      """;

  public static final String FEATURES =
      """
      features:
        mine: {count: transactions, window: 9 s}
        shop: {count: transactions, by: merchant, window: 6 s}
        shop_too: {count: transactions, by: merchant, window: 6 s}
        shop_sum: {sum: amount, by: merchant, window: 8 s, edge: 2 s}
        users: {distinct: userId, by: merchant, window: 6 s}
        device: {count: transactions, by: device, window: 5 s, delay: 3 s}
      rules:
      """;

  private KeyBooks() {}

  /** Rules that are expressions, by ids and conditions. */
  public static String book(String... rules) {
    StringBuilder book = new StringBuilder(FEATURES);
    for (int i = 0; i < rules.length; i += 2) {
      book.append("  - {id: ").append(rules[i]).append(", version: 1, severity: low, ");
      book.append(
          rules[i + 1].contains("kind:")
              ? rules[i + 1] + "}\n"
              : "when: '" + rules[i + 1] + "', reason: x}\n");
    }
    return book.toString();
  }

  /** The first book. */
  public static Books first(String book) {
    return then(Books.none(), 0, CHARTER + book);
  }

  /** These books and one more, which is in force two seconds after it is announced. */
  public static Books then(Books books, long at, String book) {
    try {
      return books.with(new Notice.Book("ann", "", null, book), at);
    } catch (IllegalNoticeException wrong) {
      throw new AssertionError(wrong);
    }
  }

  /** A payment of one euro. */
  public static Transaction tx(
      String user, long time, @Nullable String merchant, @Nullable String device) {
    return new Transaction(
        "t" + time, user, 100, "EUR", time, merchant, null, null, null, null, null, null, device);
  }
}
