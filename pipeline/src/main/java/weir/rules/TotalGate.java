package weir.rules;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import weir.model.Money;
import weir.model.Transaction;

/**
 * Lets through to the sliding windows of a total what can matter there. Every window that holds a
 * transaction lies within one window length before and after it; while all that was spent in that
 * stretch stays within the limit, no such window is over it. Once the stretch is over the limit the
 * transaction is let through, and with it, sooner or later, all of any window that is over the
 * limit. Nearly all transactions are spared the windows, and no alert changes.
 */
record TotalGate(TotalInWindows rule) implements Serializable {

  /** How far back a history must reach for the gate to judge a transaction and its neighbours. */
  static long reachMillis(TotalInWindows rule) {
    return 2 * rule.windowMillis();
  }

  /** Those that the arrival causes to be let through: itself, or neighbours, or none. */
  List<Transaction> opened(History before, History after, Transaction arrival) {
    long window = rule.windowMillis();
    if (!counts(arrival, arrival.currency()) || !over(after, arrival, 2 * window)) {
      return List.of();
    }
    List<Transaction> opened = new ArrayList<>();
    int to = after.firstAtOrAfter(arrival.time() + window);
    for (int i = after.firstAtOrAfter(arrival.time() - window + 1); i < to; i++) {
      Transaction each = after.get(i);
      if (counts(each, arrival.currency()) && over(after, each, window)) {
        boolean isNew = each.id().equals(arrival.id()) && each.time() == arrival.time();
        if (isNew || !over(before, each, window)) {
          opened.add(each);
        }
      }
    }
    return opened;
  }

  /** Whether more than the limit was spent within the length of time before and after. */
  private boolean over(History history, Transaction middle, long millis) {
    int to = history.firstAtOrAfter(middle.time() + millis);
    long spent = 0;
    for (int i = history.firstAtOrAfter(middle.time() - millis + 1); i < to; i++) {
      Transaction each = history.get(i);
      if (counts(each, middle.currency())) {
        spent = Money.plus(spent, each.amountMinor());
      }
    }
    return rule.limit().isBelow(spent, middle.currency());
  }

  private boolean counts(Transaction tx, String currency) {
    return tx.currency().equals(currency) && rule.header().filter().matches(tx);
  }
}
