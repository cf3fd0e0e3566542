package weir.oracle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import weir.model.Alert;
import weir.model.TowardsTotal;
import weir.model.Transaction;
import weir.notice.Announcements;
import weir.notice.Books;
import weir.rules.Spending;
import weir.rules.TotalInWindows;

/** Adds up totals without an engine: every window at every payment. */
final class RunningTotals {
  private final Announcements announcements;
  private final Map<List<Object>, Spending> totals = new HashMap<>();

  RunningTotals(Announcements announcements) {
    this.announcements = announcements;
  }

  /** What a further payment makes the windows say in which it lies. */
  List<Alert> spend(TowardsTotal counted) {
    List<Alert> said = new ArrayList<>();
    Transaction tx = counted.transaction();
    Books known = announcements.knownAt(counted.logTime());
    TotalInWindows rule = known.total(counted.ruleId(), counted.ruleVersion()).orElseThrow();
    long first = Math.floorDiv(tx.time(), rule.everyMillis()) * rule.everyMillis();
    for (long start = first; start + rule.windowMillis() > tx.time(); start -= rule.everyMillis()) {
      long end = start + rule.windowMillis();
      Spending spending =
          totals.merge(
              List.of(counted.ruleId(), counted.ruleVersion(), tx.userId(), tx.currency(), end),
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
}
