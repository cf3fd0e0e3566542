package weir.dashboard.live;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import weir.model.Alert;

/**
 * The newest alerts, merged as every reader must: of two with one id the one that has seen more
 * stands. It is bounded, whatever comes.
 */
public final class Feed {
  public static final int MOST = 2000;

  /** Some ten times what as many usual alerts take. */
  static final int MOST_CHARACTERS = 8 << 20;

  /** What an alert meant to the feed. */
  public enum Change {
    NEW,
    /** A known one, which was not live until now. */
    LIVE_NOW,
    REPLACED,
    KNOWN,
    /** The feed is full of newer ones. */
    TOO_OLD
  }

  private final Map<String, Found> byId = new HashMap<>();

  /** Partitions and the database deliver alerts each in their own order. */
  private final NavigableSet<Found> byTime =
      new TreeSet<>(
          Comparator.comparingLong(Found::detectedAt).thenComparing(found -> found.alert().id()));

  private int characters;
  private long newestEventTime = Long.MIN_VALUE;

  public synchronized Change add(Found found) {
    Alert alert = found.alert();
    // A total by an older pipeline bears the end of its window, which may be still to come.
    if (alert.transactionId() != null || alert.eventTime() < alert.windowEnd()) {
      newestEventTime = Math.max(newestEventTime, Math.min(alert.eventTime(), found.detectedAt()));
    }
    String id = alert.id();
    Found known = byId.get(id);
    if (known != null) {
      if (known.alert().seen() >= alert.seen()) {
        return Change.KNOWN;
      }
      byTime.remove(known);
      characters -= known.json().length();
    } else if (isFullFor(found) && byTime.first().detectedAt() > found.detectedAt()) {
      return Change.TOO_OLD;
    }
    while (isFullFor(found)) {
      Found oldest = byTime.pollFirst();
      byId.remove(oldest.alert().id());
      characters -= oldest.json().length();
    }
    byId.put(id, found);
    byTime.add(found);
    characters += found.json().length();
    if (known == null) {
      return Change.NEW;
    }
    return found.isLive() && !known.isLive() ? Change.LIVE_NOW : Change.REPLACED;
  }

  private boolean isFullFor(Found found) {
    return !byTime.isEmpty()
        && (byTime.size() == MOST || characters + found.json().length() > MOST_CHARACTERS);
  }

  /** The newest ones, the newest first, without those of rules on trial. */
  public synchronized List<Found> newest(int most) {
    return byTime.descendingSet().stream()
        .filter(found -> !found.alert().isShadow())
        .limit(most)
        .toList();
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
