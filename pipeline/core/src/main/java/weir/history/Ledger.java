package weir.history;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import weir.filter.Lists;
import weir.filter.Selection;
import weir.model.Dossier;
import weir.model.Money;
import weir.model.Transaction;

/**
 * Transactions in their order, with room for more at the end. Histories are stretches of a ledger.
 * If an arrival is in order of time, its history shares the ledger of the history before, which
 * never looks beyond its own end. An entry is never changed. The histories of one user are for one
 * thread at a time.
 */
final class Ledger {
  private static final int LEAST_ROOM = 4;

  /** Below this size a linear scan is as fast as the index. */
  private static final int WORTH_AN_INDEX = 128;

  private static final VarHandle USED;

  static {
    try {
      USED = MethodHandles.lookup().findVarHandle(Ledger.class, "used", int.class);
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }

  private final Transaction[] transactions;

  /**
   * The times of the transactions: adjacent numbers are searched much faster than scattered
   * objects.
   */
  private final long[] times;

  /** When they reached the log. The book that judges them follows from it. */
  private final long[] logTimes;

  /**
   * The index of their ids: every arrival at a user is looked up. Absent at other keys, where a
   * transaction is found by its time.
   */
  private final int @Nullable [] idHashes;

  private final long[] amounts;

  /** Hashes of the currencies' codes, which are three capital letters: no two have the same. */
  private final int[] currencies;

  /** What other keys found out about each of them; absent in the history of a user. */
  private final Dossier @Nullable [] dossiers;

  @SuppressWarnings("UnusedVariable") // The handle uses it.
  private volatile int used;

  private @Nullable IdIndex ids;
  private @Nullable Map<Summary<?>, Blocks<?>> blocks;
  private @Nullable Map<Trait, Occurrences> occurrences;

  private Ledger(int room, boolean ofDossiers) {
    transactions = new Transaction[room];
    times = new long[room];
    logTimes = new long[room];
    idHashes = ofDossiers ? null : new int[room];
    amounts = new long[room];
    currencies = new int[room];
    dossiers = ofDossiers ? new Dossier[room] : null;
  }

  /** One with these, in their order, and the log time of each. */
  static Ledger of(List<Transaction> sorted, long[] logTimes) {
    Ledger ledger = new Ledger(logTimes.length, /* ofDossiers= */ false);
    for (int i = 0; i < logTimes.length; i++) {
      ledger.set(i, sorted.get(i), logTimes[i]);
    }
    ledger.used = logTimes.length;
    return ledger;
  }

  /** One with these, in their order. */
  static Ledger of(List<Dossier> sorted) {
    Ledger ledger = new Ledger(sorted.size(), /* ofDossiers= */ true);
    for (int i = 0; i < sorted.size(); i++) {
      ledger.set(i, sorted.get(i));
    }
    ledger.used = sorted.size();
    return ledger;
  }

  /**
   * A ledger of its own for what stands before the end of a stretch and one more, which comes at
   * the place. What stands before the stretch is left out where that is much; as long as it is not,
   * places stay what they are, and blocks that were summed up remain of use.
   */
  Copy copy(int from, int to, int place, Transaction added, long logTime) {
    int first = from > (to - from) / 2 ? from : 0;
    int before = place - first;
    int size = to - first + 1;
    Ledger copy = new Ledger(Math.max(LEAST_ROOM, size + size / 2), dossiers != null);
    copy.take(this, first, 0, before);
    copy.set(before, added, logTime);
    copy.take(this, place, before + 1, to - place);
    copy.used = size;
    if (first == 0) {
      copy.takeSums(this, place);
    }
    return new Copy(copy, first);
  }

  /**
   * A ledger of its own for what stands before the end of a stretch and many more, which are in
   * their order: each comes to its place in the stretch, or takes the place of one about the same
   * transaction.
   */
  Merged merge(int from, int to, List<Dossier> more) {
    Ledger copy = ofDossiers(to + more.size());
    int place = placeOf(from, to, more.get(0).transaction());
    copy.take(this, 0, 0, place);
    copy.takeSums(this, place);
    int end = place;
    for (Dossier each : more) {
      int next = placeOf(place, to, each.transaction());
      copy.take(this, place, end, next - place);
      end += next - place;
      place = next < to && isAt(next, each.transaction()) ? next + 1 : next;
      copy.set(end++, each);
    }
    copy.take(this, place, end, to - place);
    end += to - place;
    copy.used = end;
    return new Merged(copy, end - to);
  }

  /**
   * A copy of a ledger with more.
   *
   * @param added how many it has that the other had not
   */
  record Merged(Ledger ledger, int added) {}

  /** An empty one of dossiers, with room for so many and more. */
  static Ledger ofDossiers(int many) {
    return new Ledger(Math.max(LEAST_ROOM, many + many / 2), /* ofDossiers= */ true);
  }

  /** Adds a stretch of another one behind all that it has. Nobody else knows this one yet. */
  void add(Ledger other, int from, int to) {
    int end = used;
    take(other, from, end, to - from);
    used = end + to - from;
  }

  /** One of its own for what stands before the place. */
  Ledger before(int place) {
    Ledger before = ofDossiers(place);
    before.add(this, 0, place);
    before.takeSums(this, place);
    return before;
  }

  /** One of its own for all of this one, and what stands before a place in another one. */
  Ledger with(Ledger other, int place) {
    Ledger both = ofDossiers(used + place);
    both.add(this, 0, used);
    both.takeSums(this, used);
    both.add(other, 0, place);
    return both;
  }

  /** What was summed up of places before this one remains of use. */
  private void takeSums(Ledger other, int place) {
    Map<Summary<?>, Blocks<?>> known = other.blocks;
    if (known != null) {
      Map<Summary<?>, Blocks<?>> kept = new HashMap<>();
      known.forEach((summary, all) -> kept.put(summary, all.before(place)));
      blocks = kept;
    }
    Map<Trait, Occurrences> seen = other.occurrences;
    if (seen != null) {
      Map<Trait, Occurrences> kept = new HashMap<>();
      seen.forEach((trait, all) -> kept.put(trait, all.before(other, place)));
      occurrences = kept;
    }
  }

  /** A copy of a ledger, and how many places at its beginning were left out. */
  record Copy(Ledger ledger, int leftOut) {}

  private void take(Ledger other, int from, int to, int count) {
    System.arraycopy(other.transactions, from, transactions, to, count);
    System.arraycopy(other.times, from, times, to, count);
    System.arraycopy(other.logTimes, from, logTimes, to, count);
    System.arraycopy(other.amounts, from, amounts, to, count);
    System.arraycopy(other.currencies, from, currencies, to, count);
    if (idHashes != null && other.idHashes != null) {
      System.arraycopy(other.idHashes, from, idHashes, to, count);
    }
    if (dossiers != null && other.dossiers != null) {
      System.arraycopy(other.dossiers, from, dossiers, to, count);
    }
  }

  /** Adds one behind the end of a stretch, unless there is no room or another one stands there. */
  boolean append(int end, Transaction added, long logTime) {
    if (end == transactions.length || !USED.compareAndSet(this, end, end + 1)) {
      return false;
    }
    set(end, added, logTime);
    return true;
  }

  /** The same of a dossier. */
  boolean append(int end, Dossier added) {
    if (end == transactions.length || !USED.compareAndSet(this, end, end + 1)) {
      return false;
    }
    set(end, added);
    return true;
  }

  private void set(int place, Dossier dossier) {
    set(place, dossier.transaction(), dossier.logTime());
    Objects.requireNonNull(dossiers)[place] = dossier;
  }

  private void set(int place, Transaction transaction, long logTime) {
    transactions[place] = transaction;
    times[place] = transaction.time();
    logTimes[place] = logTime;
    if (idHashes != null) {
      idHashes[place] = transaction.id().hashCode();
    }
    amounts[place] = transaction.amountMinor();
    currencies[place] = transaction.currency().hashCode();
  }

  Transaction get(int place) {
    return transactions[place];
  }

  boolean isOfDossiers() {
    return dossiers != null;
  }

  /** What other keys found out about the transaction at the place. */
  Dossier dossier(int place) {
    return Objects.requireNonNull(dossiers)[place];
  }

  /** The place in a stretch of a transaction, or the place where it belongs. */
  int placeOf(int from, int to, Transaction transaction) {
    // If arrivals are in order of time, it comes behind the last one.
    long time = transaction.time();
    if (to == from || times[to - 1] < time) {
      return to;
    }
    int low = firstAtOrAfter(from, to, time);
    int high = low < to && times[low] == time ? firstAtOrAfter(low, to, time + 1) : low;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (Transaction.ORDER.compare(transactions[middle], transaction) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  long time(int place) {
    return times[place];
  }

  /** Whether the place has this very transaction, or another form of it. */
  boolean isAt(int place, Transaction transaction) {
    return times[place] == transaction.time()
        && Transaction.ORDER.compare(transactions[place], transaction) == 0;
  }

  long logTime(int place) {
    return logTimes[place];
  }

  /** A stretch, to be read only. */
  List<Transaction> list(int from, int to) {
    return Collections.unmodifiableList(Arrays.asList(transactions).subList(from, to));
  }

  /** What was spent in a stretch in this currency, in minor units. */
  long spent(int from, int to, String currency) {
    int wanted = currency.hashCode();
    long minor = 0;
    for (int i = from; i < to; i++) {
      if (currencies[i] == wanted) {
        minor = Money.plus(minor, amounts[i]);
      }
    }
    return minor;
  }

  /** The first place of a stretch whose transaction is not before the time, or else its end. */
  int firstAtOrAfter(int from, int to, long time) {
    // The place is nearly always near the end.
    int high = to;
    int step = 1;
    int low = to - 1;
    while (low >= from && times[low] >= time) {
      high = low;
      low -= step;
      step *= 2;
    }
    low = Math.max(low + 1, from);
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (times[middle] < time) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The place of the transaction with this id in a stretch, or -1. */
  int find(int from, int to, String id) {
    int hash = id.hashCode();
    if (to - from > WORTH_AN_INDEX) {
      return index(to).find(this, from, to, id, hash);
    }
    for (int i = to - 1; i >= from; i--) {
      if (isId(i, id, hash)) {
        return i;
      }
    }
    return -1;
  }

  boolean isId(int place, String id, int hash) {
    return idHash(place) == hash && transactions[place].id().equals(id);
  }

  int idHash(int place) {
    return idHashes == null ? transactions[place].id().hashCode() : idHashes[place];
  }

  private IdIndex index(int to) {
    IdIndex index = ids;
    if (index == null) {
      index = new IdIndex(transactions.length);
      ids = index;
    }
    index.extend(this, to);
    return index;
  }

  boolean passes(int place, Selection filter, Lists lists) {
    return filter.matches(transactions[place], logTimes[place], lists);
  }

  /** The summary of one transaction. */
  <S> S summaryOf(int place, Summary<S> summary, Lists lists) {
    return passes(place, summary.filter(), lists)
        ? summary.of(transactions[place])
        : summary.ofNothing();
  }

  /** Adds up a stretch, one after the other. */
  void add(int from, int to, Selection filter, Lists lists, Summary.Adding<?> sum) {
    for (int place = from; place < to; place++) {
      if (passes(place, filter, lists)) {
        sum.add(transactions[place]);
      }
    }
  }

  /**
   * The summary of a stretch, from blocks that are summed up once for all stretches. They do not
   * depend on who knows which lists: each transaction is looked up as of the time when it reached
   * the log, and all that was announced for that time is known.
   */
  <S> S summary(Summary<S> summary, Lists lists, int from, int to) {
    Map<Summary<?>, Blocks<?>> known = blocks;
    if (known == null) {
      known = new HashMap<>();
      blocks = known;
    }
    @SuppressWarnings("unchecked") // Blocks are filed under what sums them up.
    Blocks<S> mine = (Blocks<S>) known.computeIfAbsent(summary, Blocks::new);
    return mine.sum(place -> summaryOf(place, summary, lists), from, to);
  }

  /**
   * Where the values of a trait occur.
   *
   * @param from where the history that asks begins
   */
  Occurrences occurrences(Trait trait, Older older, int from) {
    Map<Trait, Occurrences> known = occurrences;
    if (known == null) {
      known = new HashMap<>();
      occurrences = known;
    }
    Occurrences mine = known.get(trait);
    if (mine == null || !mine.serves(older, from)) {
      mine = new Occurrences(trait, older, from);
      known.put(trait, mine);
    }
    return mine;
  }
}
