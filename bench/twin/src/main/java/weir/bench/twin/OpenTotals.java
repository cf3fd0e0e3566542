package weir.bench.twin;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import weir.filter.Lists;
import weir.model.Judgement;
import weir.model.TowardsTotal;
import weir.model.Transaction;
import weir.rules.Spending;
import weir.rules.TotalInWindows;

/**
 * The totals of one user that can still change. Few users have any, because few payments are let
 * through.
 */
final class OpenTotals {
  private final Map<Pane, Spending> panes;

  /** A window of one rule in one currency. */
  record Pane(String ruleId, String currency, long end) {}

  OpenTotals(Map<Pane, Spending> panes) {
    this.panes = panes;
  }

  static OpenTotals none() {
    return new OpenTotals(new HashMap<>());
  }

  Map<Pane, Spending> panes() {
    return panes;
  }

  /** Adds a transaction to every window that holds it, and judges each window. */
  void spend(TotalInWindows rule, TowardsTotal counted, Consumer<? super Judgement> says) {
    Transaction tx = counted.transaction();
    Spending spent = Spending.of(tx, counted.logTime());
    long last = Math.floorDiv(tx.time(), rule.everyMillis()) * rule.everyMillis();
    for (long start = last; start + rule.windowMillis() > tx.time(); start -= rule.everyMillis()) {
      long end = start + rule.windowMillis();
      Spending all =
          panes.merge(new Pane(rule.header().id(), tx.currency(), end), spent, Spending::plus);
      rule.judge(tx.userId(), tx.currency(), end, all, /* book= */ 1, Lists.NONE).ifPresent(says);
    }
  }

  /** Forgets the windows that ended before this time. */
  void forgetBefore(long time) {
    if (!panes.isEmpty()) {
      panes.keySet().removeIf(pane -> pane.end() < time);
    }
  }
}
