package weir.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import weir.model.Alert;
import weir.model.Money;
import weir.model.Transaction;

/**
 * How often and how much was spent: a sum that comes out the same in whatever order and grouping
 * its parts are added.
 *
 * @param newest the newest of its transactions, in order
 */
public record Spending(long count, long totalMinor, List<Item> newest) {
  public static final Spending NOTHING = new Spending(0, 0, List.of());

  /** A transaction as far as a sum remembers it, and when it reached the log. */
  public record Item(long time, String id, long logTime) {
    private static final Comparator<Item> ORDER =
        Comparator.comparingLong(Item::time).thenComparing(Item::id);
  }

  public Spending {
    newest = List.copyOf(newest);
  }

  /**
   * Of one transaction.
   *
   * @param logTime when it reached the log
   */
  public static Spending of(Transaction tx, long logTime) {
    return new Spending(1, tx.amountMinor(), List.of(new Item(tx.time(), tx.id(), logTime)));
  }

  /** When the newest of its transactions happened; there must be one. */
  public long newestTime() {
    return newestItem().time();
  }

  /** When it reached the log. */
  public long newestLogTime() {
    return newestItem().logTime();
  }

  private Item newestItem() {
    return newest.get(newest.size() - 1);
  }

  public Spending plus(Spending other) {
    List<Item> items = new ArrayList<>(newest);
    items.addAll(other.newest);
    items.sort(Item.ORDER);
    return new Spending(
        count + other.count,
        Money.plus(totalMinor, other.totalMinor),
        items.subList(Math.max(0, items.size() - Alert.MOST_EVIDENCE), items.size()));
  }
}
