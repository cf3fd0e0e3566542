package weir.dashboard.live;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    KNOWN
  }

  private final Map<String, Found> byId = new LinkedHashMap<>();
  private long newestEventTime = Long.MIN_VALUE;

  public synchronized Change add(Found found) {
    // The event time of a whole window is its end, which may be still to come.
    if (found.alert().transactionId() != null) {
      newestEventTime = Math.max(newestEventTime, found.alert().eventTime());
    }
    String id = found.alert().id();
    Found known = byId.get(id);
    if (known != null && known.alert().seen() >= found.alert().seen()) {
      return Change.KNOWN;
    }
    byId.put(id, found);
    if (byId.size() > MOST) {
      byId.remove(byId.keySet().iterator().next());
    }
    return known == null ? Change.NEW : Change.REPLACED;
  }

  /** The newest ones, the newest first. */
  public synchronized List<Found> newest(int most) {
    List<Found> all = new ArrayList<>(byId.values());
    // Partitions, and the database, tell of them in an order of their own.
    all.sort(Comparator.comparingLong(Found::detectedAt).reversed());
    return List.copyOf(all.subList(0, Math.min(most, all.size())));
  }

  public synchronized Optional<Found> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The latest event time of any alert on a transaction, or the least number if none did. */
  public synchronized long newestEventTime() {
    return newestEventTime;
  }
}
