package weir.history;

import java.util.ArrayList;
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
 * What histories are stretches of: a ledger, or two, the older of which nothing comes into any
 * more. A late arrival makes a copy of the ledger into which it comes. Where a history is long,
 * that is only the newer one, with what stands near the end.
 */
final class Entries {
  /**
   * From this size on a ledger is divided. Every late arrival copies the newer part, and every
   * division the older one, which is seldom.
   */
  private static final int LARGE = 4096;

  /** How much the newer ledger keeps when it becomes large. */
  private static final int KEPT = 512;

  private final @Nullable Ledger older;

  /** How many places the older one has. The newer one has what comes behind them. */
  private final int seam;

  private final Ledger newer;

  /** How far from the end a late arrival has come to its place. */
  private final int depth;

  /** When values were seen in the older one, for what asks the newer one. */
  private final Map<Trait, SeenInOlder> seenInOlder;

  private Entries(
      @Nullable Ledger older,
      int seam,
      Ledger newer,
      int depth,
      Map<Trait, SeenInOlder> seenInOlder) {
    this.older = older;
    this.seam = seam;
    this.newer = newer;
    this.depth = depth;
    this.seenInOlder = seenInOlder;
  }

  static Entries of(Ledger ledger) {
    return new Entries(/* older= */ null, 0, ledger, 0, new HashMap<>());
  }

  private Ledger older() {
    return Objects.requireNonNull(older);
  }

  Transaction get(int place) {
    return place < seam ? older().get(place) : newer.get(place - seam);
  }

  long time(int place) {
    return place < seam ? older().time(place) : newer.time(place - seam);
  }

  long logTime(int place) {
    return place < seam ? older().logTime(place) : newer.logTime(place - seam);
  }

  boolean ofDossiers() {
    return newer.isOfDossiers();
  }

  Dossier dossier(int place) {
    return place < seam ? older().dossier(place) : newer.dossier(place - seam);
  }

  boolean passes(int place, Selection filter, Lists lists) {
    return place < seam
        ? older().passes(place, filter, lists)
        : newer.passes(place - seam, filter, lists);
  }

  /** A stretch, to be read only. */
  List<Transaction> list(int from, int to) {
    if (from >= seam) {
      return newer.list(from - seam, to - seam);
    }
    List<Transaction> all = new ArrayList<>(older().list(from, Math.min(to, seam)));
    all.addAll(newer.list(0, Math.max(0, to - seam)));
    return all;
  }

  /** The first place of a stretch whose transaction is not before the time, or else its end. */
  int firstAtOrAfter(int from, int to, long time) {
    int begin = Math.max(from, seam);
    int found = to <= begin ? begin : seam + newer.firstAtOrAfter(begin - seam, to - seam, time);
    return found > begin || from >= seam
        ? Math.min(found, Math.max(from, to))
        : older().firstAtOrAfter(from, Math.min(to, seam), time);
  }

  /** The place in a stretch of a transaction, or the place where it belongs. */
  int placeOf(int from, int to, Transaction transaction) {
    int begin = Math.max(from, seam);
    int found = to <= begin ? begin : seam + newer.placeOf(begin - seam, to - seam, transaction);
    return found > begin || from >= seam
        ? Math.min(found, Math.max(from, to))
        : older().placeOf(from, Math.min(to, seam), transaction);
  }

  /** Whether the place has this transaction. */
  boolean isAt(int place, Transaction transaction) {
    return place < seam ? older().isAt(place, transaction) : newer.isAt(place - seam, transaction);
  }

  /** The place of the transaction with this id in a stretch, or -1. */
  int find(int from, int to, String id) {
    int found = to <= seam ? -1 : newer.find(Math.max(0, from - seam), to - seam, id);
    if (found >= 0) {
      return seam + found;
    }
    return from < seam ? older().find(from, Math.min(to, seam), id) : -1;
  }

  /** What was spent in a stretch in this currency, in minor units. */
  long spent(int from, int to, String currency) {
    long inNewer = to <= seam ? 0 : newer.spent(Math.max(0, from - seam), to - seam, currency);
    return from < seam
        ? Money.plus(older().spent(from, Math.min(to, seam), currency), inNewer)
        : inNewer;
  }

  /** The summary of one transaction. */
  <S> S summaryOf(int place, Summary<S> summary, Lists lists) {
    return place < seam
        ? older().summaryOf(place, summary, lists)
        : newer.summaryOf(place - seam, summary, lists);
  }

  /** The summary of a stretch, one after the other: of a short one that is faster. */
  <S> S added(Summary<S> summary, Lists lists, int from, int to) {
    Summary.Adding<S> sum = summary.adding();
    if (from < seam) {
      older().add(from, Math.min(to, seam), summary.filter(), lists, sum);
    }
    newer.add(Math.max(0, from - seam), to - seam, summary.filter(), lists, sum);
    return sum.sum();
  }

  /** The summary of a stretch. */
  <S> S summary(Summary<S> summary, Lists lists, int from, int to) {
    S inNewer =
        to <= seam
            ? summary.ofNothing()
            : newer.summary(summary, lists, Math.max(0, from - seam), to - seam);
    return from < seam
        ? summary.plus(older().summary(summary, lists, from, Math.min(to, seam)), inNewer)
        : inNewer;
  }

  /**
   * How many values of a trait there are in a stretch.
   *
   * @param first where the history begins that asks
   * @param start when the stretch begins: a value that was seen since then does not count
   */
  int distinct(Trait trait, Older before, int first, Lists lists, int from, int to, long start) {
    int count = 0;
    if (from < seam) {
      count =
          older()
              .occurrences(trait, before, first)
              .count(older(), lists, from, Math.min(to, seam), start);
    }
    if (to > seam) {
      count +=
          inNewer(trait, before, first, lists)
              .count(newer, lists, Math.max(0, from - seam), to - seam, start);
    }
    return count;
  }

  /** Whether the value of a place was not seen between the start and it. */
  boolean isFirst(Trait trait, Older before, int first, Lists lists, int place, long start) {
    return place < seam
        ? older().occurrences(trait, before, first).counts(older(), lists, place, start)
        : inNewer(trait, before, first, lists).counts(newer, lists, place - seam, start);
  }

  private Occurrences inNewer(Trait trait, Older before, int first, Lists lists) {
    if (seam <= first) {
      return newer.occurrences(trait, before, first - seam);
    }
    SeenInOlder seen = seenInOlder.get(trait);
    if (seen == null || seen.before != before) {
      seen = new SeenInOlder(older().occurrences(trait, before, first), before);
      seen.in.extend(older(), lists, seam);
      seenInOlder.put(trait, seen);
    }
    return newer.occurrences(trait, seen, 0);
  }

  /** When values were seen in the older ledger, or before it. */
  private final class SeenInOlder implements Older {
    private final Occurrences in;
    private final Older before;

    SeenInOlder(Occurrences in, Older before) {
      this.in = in;
      this.before = before;
    }

    @Override
    public long lastSeen(String value) {
      return in.lastSeen(older(), value);
    }
  }

  /** Adds one behind the end of a stretch, unless there is no room or another one stands there. */
  boolean append(int end, Transaction added, long logTime) {
    return newer.append(end - seam, added, logTime);
  }

  /** The same of a dossier. */
  boolean append(int end, Dossier added) {
    return newer.append(end - seam, added);
  }

  /**
   * A copy of these.
   *
   * @param leftOut how many places at the beginning were left out
   * @param added how many it has that these have not
   */
  record Copy(Entries entries, int leftOut, int added) {}

  /** A copy with one more of a user, whose histories have one ledger. */
  Copy copy(int from, int to, int place, Transaction added, long logTime) {
    Ledger.Copy copy = newer.copy(from, to, place, added, logTime);
    return new Copy(of(copy.ledger()), copy.leftOut(), 1);
  }

  /** A copy with more, which are in their order. */
  Copy merge(int from, int to, List<Dossier> more) {
    int place = placeOf(from, to, more.get(0).transaction());
    int deepest = Math.max(depth, to - place);
    if (from > (to - from) / 2) {
      Ledger rest = between(from, to);
      Ledger.Merged copy = rest.merge(0, to - from, more);
      return new Copy(
          of(copy.ledger()).dividedAt(to - from + copy.added(), deepest), from, copy.added());
    }
    if (place >= seam) {
      Ledger.Merged copy = newer.merge(Math.max(0, from - seam), to - seam, more);
      Entries next = new Entries(older, seam, copy.ledger(), deepest, seenInOlder);
      return new Copy(next.dividedAt(to + copy.added(), deepest), 0, copy.added());
    }
    int divided = Math.max(0, place - KEPT);
    Ledger.Merged copy =
        between(divided, to).merge(Math.max(0, from - divided), to - divided, more);
    return new Copy(
        new Entries(older().before(divided), divided, copy.ledger(), deepest, new HashMap<>()),
        0,
        copy.added());
  }

  /** These, with what late arrivals hardly reach in the older ledger if the newer one is large. */
  private Entries dividedAt(int end, int deepest) {
    if (end - seam <= LARGE + 4 * deepest) {
      return this;
    }
    int divided = end - Math.max(KEPT, 2 * deepest);
    Ledger before = older == null ? newer.before(divided) : older.with(newer, divided - seam);
    return new Entries(before, divided, between(divided, end), 0, new HashMap<>());
  }

  /** A ledger of its own for a stretch. */
  private Ledger between(int from, int to) {
    Ledger part = Ledger.ofDossiers(to - from);
    if (from < seam) {
      part.add(older(), from, Math.min(to, seam));
    }
    if (to > seam) {
      part.add(newer, Math.max(0, from - seam), to - seam);
    }
    return part;
  }
}
