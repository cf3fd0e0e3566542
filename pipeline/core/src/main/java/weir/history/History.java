package weir.history;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import weir.filter.Lists;
import weir.filter.Selection;
import weir.model.Dossier;
import weir.model.Transaction;

/**
 * The accepted transactions of a user, or of another key, as far back as any rule can still ask for
 * them; immutable. Places of transactions are places in this history and no other.
 */
public final class History {
  private static final History EMPTY =
      new History(Entries.of(Ledger.of(List.of(), new long[0])), 0, 0);

  private final Entries entries;
  private final int from;
  private final int to;

  private History(Entries entries, int from, int to) {
    this.entries = entries;
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
    return new History(Entries.of(Ledger.of(transactions, logTimes)), 0, logTimes.length);
  }

  /** A history of dossiers, which are in their order. */
  public static History of(List<Dossier> dossiers) {
    return new History(Entries.of(Ledger.of(dossiers)), 0, dossiers.size());
  }

  Entries entries() {
    return entries;
  }

  /** In their order. */
  public List<Transaction> transactions() {
    return entries.list(from, to);
  }

  public int size() {
    return to - from;
  }

  public Transaction get(int place) {
    return entries.get(place);
  }

  /** When the transaction at the place reached the log. */
  public long logTime(int place) {
    return entries.logTime(place);
  }

  /** The transaction with this id, unless it is older than that time. */
  public Optional<Transaction> find(String id, long notOlderThan) {
    int place = entries.find(firstKept(notOlderThan), to, id);
    return place < 0 ? Optional.empty() : Optional.of(entries.get(place));
  }

  /**
   * This history with one more, and without what is older than the retention allows.
   *
   * @param logTime when the arrival reached the log
   */
  public History with(Transaction arrival, long logTime, long retentionMillis) {
    long newest = from == to ? arrival.time() : get(to - 1).time();
    return with(arrival, logTime, firstKept(Math.max(newest, arrival.time()) - retentionMillis));
  }

  /**
   * The first place whose transaction is not before a time before which hardly any stand: what is
   * older was left out when the last one came.
   */
  private int firstKept(long time) {
    int place = from;
    while (place < to && entries.time(place) < time) {
      place++;
    }
    return place;
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
    if (place == to && entries.append(to, arrival, logTime)) {
      return new History(entries, kept, to + 1);
    }
    Entries.Copy copy = entries.copy(kept, to, place, arrival, logTime);
    return new History(copy.entries(), kept - copy.leftOut(), to - copy.leftOut() + 1);
  }

  /**
   * This history of dossiers with more, in their order: one about a transaction that it has takes
   * the place of the one that it had.
   */
  public History with(List<Dossier> more) {
    int end = to;
    int next = 0;
    while (next < more.size()
        && placeIsLast(end, more.get(next).transaction())
        && entries.append(end, more.get(next))) {
      end++;
      next++;
    }
    if (next == more.size()) {
      return new History(entries, from, end);
    }
    Entries.Copy copy = entries.merge(from, end, more.subList(next, more.size()));
    return new History(copy.entries(), from - copy.leftOut(), end - copy.leftOut() + copy.added());
  }

  private boolean placeIsLast(int end, Transaction transaction) {
    return end == from || Transaction.ORDER.compare(get(end - 1), transaction) < 0;
  }

  /** What other keys found out about the transaction at the place. */
  public Dossier dossier(int place) {
    return entries.dossier(place);
  }

  /** This history without what is before the time. */
  public History since(long time) {
    return new History(entries, firstAtOrAfter(time), to);
  }

  /** The first place. */
  public int first() {
    return from;
  }

  /** The place of a transaction in this history, or the place where it belongs. */
  public int placeOf(Transaction transaction) {
    return entries.placeOf(from, to, transaction);
  }

  /** Whether it has the transaction, and at which place, or else -1. */
  public int find(Transaction transaction) {
    int place = placeOf(transaction);
    return place < to && entries.isAt(place, transaction) ? place : -1;
  }

  /** The first place whose transaction is not before the time. */
  public int firstAtOrAfter(long time) {
    return entries.firstAtOrAfter(from, to, time);
  }

  /** Whether a condition lets the transaction at the place pass. */
  public boolean passes(int place, Selection filter, Lists lists) {
    return entries.passes(place, filter, lists);
  }

  /** What stands at these places, without the last. */
  public Stretch places(int first, int end, Lists lists) {
    return new Stretch(entries, lists, first, end);
  }

  /** What lies in a stretch of time, without its end. */
  public Stretch between(long start, long end, Lists lists) {
    return new Stretch(entries, lists, firstAtOrAfter(start), firstAtOrAfter(end));
  }

  /**
   * How many values of a trait there are in a stretch of time, without its end.
   *
   * @param older what was seen before this history: a value that it has seen since the start does
   *     not count
   */
  public int distinct(Trait trait, Older older, long start, long end, Lists lists) {
    return entries.distinct(
        trait,
        older,
        /* first= */ from,
        lists,
        /* from= */ firstAtOrAfter(start),
        firstAtOrAfter(end),
        start);
  }

  /** Whether a value stands in such a stretch of time at this place and nowhere else. */
  public boolean isOnly(int place, Trait trait, Older older, long start, long end, Lists lists) {
    if (!entries.isFirst(trait, older, from, lists, place, start)) {
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
        && Arrays.equals(logTimes(), that.logTimes())
        && dossiers().equals(that.dossiers());
  }

  /** What other keys found out about each of them; none in the history of a user. */
  private List<Dossier> dossiers() {
    return entries.ofDossiers()
        ? IntStream.range(from, to).mapToObj(entries::dossier).toList()
        : List.of();
  }

  /** When they reached the log, in their order. */
  public long[] logTimes() {
    return IntStream.range(from, to).mapToLong(entries::logTime).toArray();
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
