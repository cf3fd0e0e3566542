package weir.history;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import weir.filter.Filter;
import weir.filter.Lists;
import weir.filter.Selection;
import weir.model.Transaction;

/** Neighbours in a history, in order. A question about many costs hardly more than about few. */
public final class Stretch {
  /** Below this size a scan is faster than finding summaries. */
  private static final int FEW = 64;

  private final Entries entries;
  private final Lists lists;
  private final int from;
  private final int to;

  Stretch(Entries entries, Lists lists, int from, int to) {
    this.entries = entries;
    this.lists = lists;
    this.from = from;
    this.to = to;
  }

  public int size() {
    return to - from;
  }

  /** How many the filter lets pass. */
  public int count(Selection filter) {
    if (size() > FEW) {
      return entries.summary(new Count(filter), lists, from, to);
    }
    int count = 0;
    for (int i = from; i < to; i++) {
      if (entries.passes(i, filter, lists)) {
        count++;
      }
    }
    return count;
  }

  /** What was spent in this currency, in minor units. */
  public long spent(String currency) {
    return size() > FEW ? spent(Filter.NONE, currency).minor() : entries.spent(from, to, currency);
  }

  /** What was spent in this currency by those that the filter lets pass. */
  public Amounts.Spend spent(Selection filter, String currency) {
    return summary(new Amounts(filter)).getOrDefault(currency, Amounts.Spend.NONE);
  }

  public <S> S summary(Summary<S> summary) {
    return size() > FEW
        ? entries.summary(summary, lists, from, to)
        : entries.added(summary, lists, from, to);
  }

  /** The last of those with coordinates that the filter lets pass: nearly always a near one. */
  public Optional<Transaction> lastSeen(Selection filter) {
    LastSeen last = new LastSeen(filter);
    int far = Math.max(from, to - FEW);
    for (int i = to - 1; i >= far; i--) {
      Optional<Transaction> seen = entries.summaryOf(i, last, lists);
      if (seen.isPresent()) {
        return seen;
      }
    }
    return new Stretch(entries, lists, from, far).summary(last);
  }

  /**
   * The newest, at most this many, in order.
   *
   * @param also what they must be besides what the filter says
   */
  public List<Transaction> newest(Selection filter, Predicate<Transaction> also, int many) {
    List<Transaction> newest = new ArrayList<>(Math.min(many, FEW));
    for (int i = to - 1; i >= from && newest.size() < many; i--) {
      if (also.test(entries.get(i)) && entries.passes(i, filter, lists)) {
        newest.add(entries.get(i));
      }
    }
    Collections.reverse(newest);
    return newest;
  }
}
