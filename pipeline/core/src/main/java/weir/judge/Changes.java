package weir.judge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import weir.history.History;
import weir.model.Dossier;
import weir.model.Transaction;

/** What of all that came is new or has seen more, in order. */
final class Changes {
  private final List<Dossier> dossiers;

  /** Of those that are new, in order. */
  private final long[] newTimes;

  private final List<Long> newLogTimes;

  private Changes(List<Dossier> dossiers, long[] newTimes, List<Long> newLogTimes) {
    this.dossiers = dossiers;
    this.newTimes = newTimes;
    this.newLogTimes = newLogTimes;
  }

  List<Dossier> dossiers() {
    return dossiers;
  }

  /** When those reached the log that are new. */
  List<Long> newLogTimes() {
    return newLogTimes;
  }

  static Changes of(History history, Collection<Dossier> came) {
    Map<Transaction, Dossier> changes = new TreeMap<>(Transaction.ORDER);
    List<Long> newTimes = new ArrayList<>();
    List<Long> newLogTimes = new ArrayList<>();
    for (Dossier each : came) {
      int place = history.find(each.transaction());
      Dossier other =
          place >= 0 && !changes.containsKey(each.transaction())
              ? history.dossier(place)
              : changes.get(each.transaction());
      if (other == null || other.seen() < each.seen()) {
        if (other == null) {
          newTimes.add(each.transaction().time());
          newLogTimes.add(each.logTime());
        }
        changes.put(each.transaction(), each);
      }
    }
    return new Changes(
        List.copyOf(changes.values()),
        newTimes.stream().mapToLong(Long::longValue).sorted().toArray(),
        newLogTimes);
  }

  boolean isEmpty() {
    return dossiers.isEmpty();
  }

  Transaction first() {
    return dossiers.get(0).transaction();
  }

  long newestLogTime() {
    return dossiers.stream().mapToLong(Dossier::logTime).max().orElse(Long.MIN_VALUE);
  }

  boolean isOne(Transaction tx) {
    int low = 0;
    int high = dossiers.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = Transaction.ORDER.compare(dossiers.get(middle).transaction(), tx);
      if (order == 0) {
        return true;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return false;
  }

  /** Whether one is new whose time is after this and not after that. */
  boolean newBetween(long after, long notAfter) {
    int found = Arrays.binarySearch(newTimes, notAfter);
    if (found >= 0) {
      return after < notAfter;
    }
    int below = -found - 2;
    return below >= 0 && newTimes[below] > after;
  }
}
