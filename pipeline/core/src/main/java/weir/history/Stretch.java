package weir.history;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import weir.filter.Filter;
import weir.model.Transaction;

/** Neighbours in a history, in order. A question about many costs hardly more than about few. */
public final class Stretch {
  /** Below this size a scan is faster than finding summaries. */
  private static final int FEW = 64;

  private final Ledger ledger;
  private final int from;
  private final int to;

  Stretch(Ledger ledger, int from, int to) {
    this.ledger = ledger;
    this.from = from;
    this.to = to;
  }

  public int size() {
    return to - from;
  }

  /** How many the filter lets pass. */
  public int count(Filter filter) {
    if (size() > FEW) {
      return ledger.summary(new Count(filter), from, to);
    }
    int count = 0;
    for (int i = from; i < to; i++) {
      if (filter.matches(ledger.get(i))) {
        count++;
      }
    }
    return count;
  }

  /** What was spent in this currency, in minor units. */
  public long spent(String currency) {
    return size() > FEW ? spent(Filter.NONE, currency).minor() : ledger.spent(from, to, currency);
  }

  /** What was spent in this currency by those that the filter lets pass. */
  public Amounts.Spend spent(Filter filter, String currency) {
    return summary(new Amounts(filter)).getOrDefault(currency, Amounts.Spend.NONE);
  }

  public <S> S summary(Summary<S> summary) {
    if (size() > FEW) {
      return ledger.summary(summary, from, to);
    }
    S sum = summary.ofNothing();
    for (int i = from; i < to; i++) {
      sum = summary.plus(sum, summary.of(ledger.get(i)));
    }
    return sum;
  }

  /** The last of those with coordinates that the filter lets pass: nearly always a near one. */
  public Optional<Transaction> lastSeen(Filter filter) {
    LastSeen last = new LastSeen(filter);
    int far = Math.max(from, to - FEW);
    for (int i = to - 1; i >= far; i--) {
      Optional<Transaction> seen = last.of(ledger.get(i));
      if (seen.isPresent()) {
        return seen;
      }
    }
    return new Stretch(ledger, from, far).summary(last);
  }

  /** All that pass, in order. */
  public List<Transaction> all(Predicate<Transaction> passes) {
    return newest(passes, size());
  }

  /** The newest of those that pass, at most this many, in order. */
  public List<Transaction> newest(Predicate<Transaction> passes, int many) {
    List<Transaction> newest = new ArrayList<>(Math.min(many, FEW));
    for (int i = to - 1; i >= from && newest.size() < many; i--) {
      if (passes.test(ledger.get(i))) {
        newest.add(ledger.get(i));
      }
    }
    Collections.reverse(newest);
    return newest;
  }
}
