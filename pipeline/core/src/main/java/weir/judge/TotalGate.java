package weir.judge;

import java.util.ArrayList;
import java.util.List;
import weir.history.History;
import weir.history.Stretch;
import weir.model.TowardsTotal;
import weir.model.Transaction;
import weir.notice.Books;
import weir.rules.TotalInWindows;

/**
 * Lets through to the sliding windows of a total what can matter there. Time is cut into cells of
 * one window's length, so that every window lies within two neighbouring cells. While all that was
 * spent in a cell and its neighbours stays within the limit, no window that touches the cell is
 * over it. Once they are over the limit the cell is open: what lies in it is let through, and
 * whatever comes later. Nearly all transactions are spared the windows, and no alert changes.
 *
 * <p>What counts is what reached the log while the total stood in the book; what opens a cell is
 * all that was spent, so that a change of books changes nothing about what is open.
 */
record TotalGate(TotalInWindows rule, Books books) {

  /**
   * The transactions that the arrival lets through: itself, whole cells, or none. It may open a
   * cell even if it does not count itself.
   */
  List<TowardsTotal> opened(History before, History after, Transaction arrival) {
    String currency = arrival.currency();
    long mine = Math.floorDiv(arrival.time(), rule.windowMillis());
    if (!isOver(after, mine - 2, mine + 2, currency)) {
      // Nearly always: then none of the cells it could open is open.
      return List.of();
    }
    List<TowardsTotal> opened = new ArrayList<>();
    for (long cell = mine - 1; cell <= mine + 1; cell++) {
      if (!isOpen(after, cell, currency)) {
        continue;
      }
      if (!isOpen(before, cell, currency)) {
        long length = rule.windowMillis();
        int to = after.firstAtOrAfter((cell + 1) * length);
        for (int place = after.firstAtOrAfter(cell * length); place < to; place++) {
          addIfItCounts(after, place, currency, opened);
        }
      } else if (cell == mine) {
        addIfItCounts(after, after.placeOf(arrival), currency, opened);
      }
    }
    return opened;
  }

  /** Whether more than the limit was spent in the cell and its neighbours, filtered or not. */
  private boolean isOpen(History history, long cell, String currency) {
    return isOver(history, cell - 1, cell + 1, currency);
  }

  private boolean isOver(History history, long first, long last, String currency) {
    return rule.limit().isBelow(cells(history, first, last).spent(currency), currency);
  }

  private Stretch cells(History history, long first, long last) {
    long length = rule.windowMillis();
    return history.between(first * length, (last + 1) * length, books.lists());
  }

  private void addIfItCounts(
      History history, int place, String currency, List<TowardsTotal> opened) {
    Transaction tx = history.get(place);
    long logTime = history.logTime(place);
    if (tx.currency().equals(currency)
        && history.passes(place, rule.header().filter(), books.lists())
        && books.inForceAt(logTime).has(rule)) {
      opened.add(new TowardsTotal(rule.header().id(), rule.header().version(), logTime, tx));
    }
  }
}
