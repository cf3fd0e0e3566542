package weir.judge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import weir.history.History;
import weir.model.Dossier;
import weir.model.Transaction;

/** What of all that came of transactions is new or has seen more, in order. */
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

  static Changes of(History history, List<Dossier> came) {
    return came.size() == 1 ? ofOne(history, came.get(0)) : ofMany(history, came);
  }

  private static Changes ofOne(History history, Dossier came) {
    int place = history.find(came.transaction());
    if (place < 0) {
      return new Changes(
          List.of(came), new long[] {came.transaction().time()}, List.of(came.logTime()));
    }
    return history.dossier(place).seen() < came.seen()
        ? new Changes(List.of(came), new long[0], List.of())
        : new Changes(List.of(), new long[0], List.of());
  }

  private static Changes ofMany(History history, List<Dossier> came) {
    Map<Transaction, Dossier> changes = new TreeMap<>(Transaction.ORDER);
    List<Long> newLogTimes = new ArrayList<>();
    long[] newTimes = new long[came.size()];
    for (Dossier each : came) {
      Dossier other = changes.get(each.transaction());
      if (other == null) {
        int place = history.find(each.transaction());
        other = place < 0 ? null : history.dossier(place);
      }
      if (other == null) {
        newTimes[newLogTimes.size()] = each.transaction().time();
        newLogTimes.add(each.logTime());
      }
      if (other == null || other.seen() < each.seen()) {
        changes.put(each.transaction(), each);
      }
    }
    newTimes = Arrays.copyOf(newTimes, newLogTimes.size());
    Arrays.sort(newTimes);
    return new Changes(List.copyOf(changes.values()), newTimes, newLogTimes);
  }

  boolean isEmpty() {
    return dossiers.isEmpty();
  }

  Transaction first() {
    return dossiers.get(0).transaction();
  }

  long newestLogTime() {
    long newest = Long.MIN_VALUE;
    for (Dossier each : dossiers) {
      newest = Math.max(newest, each.logTime());
    }
    return newest;
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
