package weir.walk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import weir.model.Alert;
import weir.model.TowardsTotal;
import weir.model.Transaction;
import weir.notice.Announcements;
import weir.notice.Books;
import weir.rules.Spending;
import weir.rules.TotalInWindows;

/** Adds up totals without an engine: every window at every payment that is let through to it. */
public final class RunningTotals {
  private final Announcements announcements;

  /** By the end of the windows. */
  private final NavigableMap<Long, Map<Window, Spending>> byEnd = new TreeMap<>();

  /** A window of one total of a user. */
  private record Window(String rule, int version, String user, String currency, long end) {}

  public RunningTotals(Announcements announcements) {
    this.announcements = announcements;
  }

  /** What a further payment makes the windows say in which it lies. */
  public List<Alert> spend(TowardsTotal counted) {
    List<Alert> said = new ArrayList<>();
    Transaction tx = counted.transaction();
    Books known = announcements.knownAt(counted.logTime());
    TotalInWindows rule = known.total(counted.ruleId(), counted.ruleVersion()).orElseThrow();
    long first = Math.floorDiv(tx.time(), rule.everyMillis()) * rule.everyMillis();
    for (long start = first; start + rule.windowMillis() > tx.time(); start -= rule.everyMillis()) {
      long end = start + rule.windowMillis();
      Spending spending =
          byEnd
              .computeIfAbsent(end, any -> new HashMap<>())
              .merge(
                  new Window(
                      counted.ruleId(), counted.ruleVersion(), tx.userId(), tx.currency(), end),
                  Spending.of(tx, counted.logTime()),
                  Spending::plus);
      long newest = spending.newestLogTime();
      Books books = announcements.knownAt(newest);
      int book = books.inForceAt(newest).number();
      rule.judge(tx.userId(), tx.currency(), end, spending, book, books.lists())
          .ifPresent(said::add);
    }
    return said;
  }

  /**
   * Forgets windows that have said all. If one is over its limit, all that lies in it was let
   * through. Another one may still get some that was held back, but stays within its limit.
   *
   * @param time no payment from before it is still to come
   */
  void forgetBefore(long time) {
    // Asked for every payment, and seldom is one over.
    while (!byEnd.isEmpty() && byEnd.firstKey() <= time) {
      byEnd.pollFirstEntry();
    }
  }

  /** How many windows it knows. */
  long windows() {
    return byEnd.values().stream().mapToLong(Map::size).sum();
  }
}
