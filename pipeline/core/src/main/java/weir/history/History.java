package weir.history;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import weir.filter.Lists;
import weir.filter.Selection;
import weir.model.Transaction;

/**
 * A user's accepted transactions as far back as any rule can still ask for them; immutable. Places
 * of transactions are places in this history and no other.
 */
public final class History {
  private static final History EMPTY = new History(Ledger.of(List.of(), new long[0]), 0, 0);

  private final Ledger ledger;
  private final int from;
  private final int to;

  private History(Ledger ledger, int from, int to) {
    this.ledger = ledger;
    this.from = from;
    this.to = to;
  }

  public static History empty() {
    return EMPTY;
  }

  /** A history of these transactions, which are in their order, with the log time of each. */
  public static History of(List<Transaction> transactions, long[] logTimes) {
    if (transactions.size() != logTimes.length) {
      throw new IllegalArgumentException("every transaction has a log time");
    }
    return new History(Ledger.of(transactions, logTimes), 0, logTimes.length);
  }

  Ledger ledger() {
    return ledger;
  }

  /** In their order. */
  public List<Transaction> transactions() {
    return ledger.list(from, to);
  }

  public int size() {
    return to - from;
  }

  public Transaction get(int place) {
    return ledger.get(place);
  }

  /** When the transaction at the place reached the log. */
  public long logTime(int place) {
    return ledger.logTime(place);
  }

  /** The transaction with this id, unless it is older than that time. */
  public Optional<Transaction> find(String id, long notOlderThan) {
    int place = ledger.find(firstAtOrAfter(notOlderThan), to, id);
    return place < 0 ? Optional.empty() : Optional.of(ledger.get(place));
  }

  /**
   * This history with one more, and without what is older than the retention allows.
   *
   * @param logTime when the arrival reached the log
   */
  public History with(Transaction arrival, long logTime, long retentionMillis) {
    long newest = from == to ? arrival.time() : get(to - 1).time();
    return with(
        arrival, logTime, firstAtOrAfter(Math.max(newest, arrival.time()) - retentionMillis));
  }

  /**
   * This history with one more.
   *
   * @param logTime when the arrival reached the log
   */
  public History with(Transaction arrival, long logTime) {
    return with(arrival, logTime, from);
  }

  private History with(Transaction arrival, long logTime, int kept) {
    int place = Math.max(kept, placeOf(arrival));
    if (place == to && ledger.append(to, arrival, logTime)) {
      return new History(ledger, kept, to + 1);
    }
    Ledger.Copy copy = ledger.copy(kept, to, place, arrival, logTime);
    return new History(copy.ledger(), kept - copy.leftOut(), to - copy.leftOut() + 1);
  }

  /** This history without what is before the time. */
  public History since(long time) {
    return new History(ledger, firstAtOrAfter(time), to);
  }

  /** The first place. */
  public int first() {
    return from;
  }

  /** The place of a transaction in this history, or the place where it belongs. */
  public int placeOf(Transaction transaction) {
    // If arrivals are in order of time, it is the last one.
    int last = to == from ? -1 : Transaction.ORDER.compare(get(to - 1), transaction);
    if (last <= 0) {
      return last < 0 ? to : to - 1;
    }
    int low = firstAtOrAfter(transaction.time());
    int high = firstAtOrAfter(transaction.time() + 1);
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (Transaction.ORDER.compare(get(middle), transaction) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The first place whose transaction is not before the time. */
  public int firstAtOrAfter(long time) {
    return ledger.firstAtOrAfter(from, to, time);
  }

  /** Whether a condition lets the transaction at the place pass. */
  public boolean passes(int place, Selection filter, Lists lists) {
    return ledger.passes(place, filter, lists);
  }

  /** What stands at these places, without the last. */
  public Stretch places(int first, int end, Lists lists) {
    return new Stretch(ledger, lists, first, end);
  }

  /** What lies in a stretch of time, without its end. */
  public Stretch between(long start, long end, Lists lists) {
    return new Stretch(ledger, lists, firstAtOrAfter(start), firstAtOrAfter(end));
  }

  /**
   * How many values of a trait there are in a stretch of time, without its end.
   *
   * @param older what was seen before this history: a value that it has seen since the start does
   *     not count
   */
  public int distinct(Trait trait, Older older, long start, long end, Lists lists) {
    return ledger
        .occurrences(trait, older, from)
        .count(ledger, lists, firstAtOrAfter(start), firstAtOrAfter(end), start);
  }

  /** Whether a value stands in such a stretch of time at this place and nowhere else. */
  public boolean isOnly(int place, Trait trait, Older older, long start, long end, Lists lists) {
    if (!ledger.occurrences(trait, older, from).counts(ledger, lists, place, start)) {
      return false;
    }
    String value = trait.of(get(place));
    int last = firstAtOrAfter(end);
    for (int i = place + 1; i < last; i++) {
      if (passes(i, trait.filter(), lists) && Objects.equals(trait.of(get(i)), value)) {
        return false;
      }
    }
    return true;
  }

  /**
   * The window by which a rule with a window of this length judges the transaction at the place.
   */
  public Window window(int place, long windowMillis, Lists lists) {
    long time = get(place).time();
    long start = time - windowMillis;
    return windowMillis == 0
        ? new Window(this, lists, place, place + 1, place, start)
        : new Window(
            this, lists, firstAtOrAfter(start + 1), firstAtOrAfter(time + 1), place, start);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof History that
        && transactions().equals(that.transactions())
        && Arrays.equals(logTimes(), that.logTimes());
  }

  /** When they reached the log, in their order. */
  public long[] logTimes() {
    return IntStream.range(from, to).mapToLong(ledger::logTime).toArray();
  }

  @Override
  public int hashCode() {
    return transactions().hashCode();
  }

  @Override
  public String toString() {
    return "History" + transactions();
  }
}
