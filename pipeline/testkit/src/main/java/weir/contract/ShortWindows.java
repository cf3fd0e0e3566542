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

  public static final RuleBook BOOK = RuleBookReader.parse("short windows", RULES);

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
