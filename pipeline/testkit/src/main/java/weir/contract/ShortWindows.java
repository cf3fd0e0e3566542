package weir.contract;

import java.util.Comparator;
import java.util.List;
import weir.book.RuleBook;
import weir.book.RuleBookReader;
import weir.model.LogRecord;
import weir.oracle.HostileLog;
import weir.oracle.HostileSettings;

/** Rules of every kind with short windows, so that a restart need not go back to the beginning. */
public final class ShortWindows {
  public static final String RULES =
      """
      allowedLateness: 10 s
      allowedClockSkew: 5 s
      rules:
        - {id: dear, version: 1, kind: amount-over, severity: high, limit: 5000}
        - {id: often, version: 1, kind: count-in-window, severity: low, moreThan: 2, window: 40 s}
        - {id: places, version: 1, kind: distinct-places, severity: low, atLeast: 2, window: 50 s}
        - {id: sum, version: 1, kind: sum-in-window, severity: medium, limit: 4000, window: 60 s}
        - {id: travel, version: 1, kind: travel-speed, severity: high,
           overKmh: 900, overKm: 100, window: 60 s}
        - {id: spend, version: 1, kind: total-in-windows, severity: low,
           limit: 3000, window: 30 s, every: 10 s}
      """;

  private static final String KEYS =
      """
      keys: {merchant: merchantId, device: deviceId}
      features:
        others_at_shop: {count: transactions, by: merchant, window: 40 s, without: itself}
        mean_at_shop: {mean: amount, by: merchant, window: 60 s, without: itself}
        users_on_device: {distinct: userId, by: device, window: 60 s}
      """;

  /**
   * The first two lose their ground when others come, so what is raised by them must be withdrawn.
   */
  private static final String RULES_AT_KEYS =
      """
        - {id: alone-at-shop, version: 1, severity: low, when: others_at_shop == 0 && amount > 20,
           reason: "nobody else pays {merchantId}"}
        - {id: dear-at-shop, version: 1, severity: low,
           when: amount > mean_at_shop && users_on_device < 3, reason: "usually {mean_at_shop}"}
        - {id: device-crowd, version: 1, kind: count-in-window, by: device, severity: medium,
           moreThan: 1, window: 50 s}
      """;

  /** The same, and rules that look at shops and devices. */
  public static final String RULES_WITH_KEYS =
      RULES.replace("rules:\n", KEYS + "rules:\n") + RULES_AT_KEYS;

  public static final RuleBook BOOK = RuleBookReader.parse("short windows", RULES);

  public static final RuleBook BOOK_WITH_KEYS =
      RuleBookReader.parse("short windows with keys", RULES_WITH_KEYS);

  private static final int USERS = 200;
  private static final int MEAN_GAP_MILLIS = 150;

  private ShortWindows() {}

  /** A hostile log for these rules, in order of log time. */
  public static List<LogRecord> log(long seed, int transactions) {
    return HostileLog.generate(
            seed,
            HostileSettings.of(BOOK, USERS, Servers.PARTITIONS, transactions, MEAN_GAP_MILLIS))
        .stream()
        .sorted(Comparator.comparingLong(each -> each.position().time()))
        .toList();
  }
}
