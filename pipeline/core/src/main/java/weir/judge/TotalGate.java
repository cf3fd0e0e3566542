package weir.judge;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import weir.history.History;
import weir.history.Stretch;
import weir.model.Transaction;
import weir.rules.TotalInWindows;

/**
 * Lets through to the sliding windows of a total only what can matter there. Time is cut into cells
 * of one window's length, so that every window lies within two neighbouring cells. While all that
 * was spent in a cell and its neighbours stays within the limit, no window that touches the cell is
 * over it. Once they are over the limit the cell is open: its transactions are let through, and so
 * are later arrivals in it. So nearly all transactions skip the windows, and no alert changes.
 */
record TotalGate(TotalInWindows rule) implements Serializable {

  /**
   * The transactions that the arrival lets through: itself, whole cells, or none. It may open a
   * cell even if it does not count itself.
   */
  List<Transaction> opened(History before, History after, Transaction arrival) {
    String currency = arrival.currency();
    long mine = Math.floorDiv(arrival.time(), rule.windowMillis());
    if (!isOver(after, mine - 2, mine + 2, currency)) {
      // Nearly always: then none of the cells it could open is open.
      return List.of();
    }
    List<Transaction> opened = new ArrayList<>();
    for (long cell = mine - 1; cell <= mine + 1; cell++) {
      if (!isOpen(after, cell, currency)) {
        continue;
      }
      if (!isOpen(before, cell, currency)) {
        opened.addAll(cells(after, cell, cell).all(tx -> counts(tx, currency)));
      } else if (cell == mine && counts(arrival, currency)) {
        opened.add(arrival);
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
    return history.between(first * length, (last + 1) * length);
  }

  private boolean counts(Transaction tx, String currency) {
    return tx.currency().equals(currency) && rule.header().filter().matches(tx);
  }
}
