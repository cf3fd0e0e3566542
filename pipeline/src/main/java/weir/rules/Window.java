package weir.rules;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import weir.model.Money;
import weir.model.Transaction;

/**
 * What a rule may look at to judge one transaction, the subject: a stretch of the user's history,
 * in order. It ends with the subject's instant, so that others of that instant may stand behind it.
 */
public final class Window {
  private final Transaction[] history;
  private final int from;
  private final int to;
  private final int subjectIndex;
  private final long start;

  Window(Transaction[] history, int from, int to, int subjectIndex, long start) {
    this.history = history;
    this.from = from;
    this.to = to;
    this.subjectIndex = subjectIndex;
    this.start = start;
  }

  public Transaction subject() {
    return history[subjectIndex];
  }

  /** How many transactions it holds. */
  public int seen() {
    return to - from;
  }

  /** Where it begins; the transactions are later than that. */
  public long start() {
    return start;
  }

  /** The transactions that the filter lets pass, in order. */
  public List<Transaction> matching(Filter filter) {
    List<Transaction> matching = new ArrayList<>(to - from);
    for (int i = from; i < to; i++) {
      if (filter.matches(history[i])) {
        matching.add(history[i]);
      }
    }
    return matching;
  }

  /** What was spent in this currency, in minor units. */
  public long spent(String currency) {
    long sum = 0;
    for (int i = from; i < to; i++) {
      if (history[i].currency().equals(currency)) {
        sum = Money.plus(sum, history[i].amountMinor());
      }
    }
    return sum;
  }

  /** The transactions before the subject, the nearest first. */
  public Iterable<Transaction> backwards() {
    return () ->
        new Iterator<>() {
          private int next = subjectIndex - 1;

          @Override
          public boolean hasNext() {
            return next >= from;
          }

          @Override
          public Transaction next() {
            if (!hasNext()) {
              throw new NoSuchElementException();
            }
            return history[next--];
          }
        };
  }
}
