package weir.dashboard.live;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The newest alerts, merged as every reader must: of two with one id the one that has seen more
 * stands. It is bounded, whatever comes.
 */
public final class Feed {
  public static final int MOST = 2000;

  /** What an alert meant to the feed. */
  public enum Change {
    NEW,
    REPLACED,
    KNOWN,
    /** The feed is full of newer ones. */
    TOO_OLD
  }

  private final Map<String, Found> byId = new HashMap<>();

  /** Partitions, and the database, tell of them in an order of their own. */
  private final NavigableSet<Found> byTime =
      new TreeSet<>(
          Comparator.comparingLong(Found::detectedAt).thenComparing(found -> found.alert().id()));

  private long newestEventTime = Long.MIN_VALUE;

  public synchronized Change add(Found found) {
    // The event time of a whole window is its end, which may be still to come.
    if (found.alert().transactionId() != null) {
      newestEventTime = Math.max(newestEventTime, found.alert().eventTime());
    }
    String id = found.alert().id();
    Found known = byId.get(id);
    if (known != null) {
      if (known.alert().seen() >= found.alert().seen()) {
        return Change.KNOWN;
      }
      byTime.remove(known);
    } else if (byTime.size() == MOST) {
      if (byTime.first().detectedAt() > found.detectedAt()) {
        return Change.TOO_OLD;
      }
      byId.remove(byTime.pollFirst().alert().id());
    }
    byId.put(id, found);
    byTime.add(found);
    return known == null ? Change.NEW : Change.REPLACED;
  }

  /** The newest ones, the newest first. */
  public synchronized List<Found> newest(int most) {
    return byTime.descendingSet().stream().limit(most).toList();
  }

  public synchronized Optional<Found> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** When the newest one was found, or the least number if there is none. */
  public synchronized long newestDetectedAt() {
    return byTime.isEmpty() ? Long.MIN_VALUE : byTime.last().detectedAt();
  }

  /** The latest event time of any alert on a transaction, or the least number if none did. */
  public synchronized long newestEventTime() {
    return newestEventTime;
  }
}
