package weir.dashboard.access;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** Counts attempts to sign in, so that nobody can try many passwords. It is bounded itself. */
final class Attempts {
  static final Duration SPAN = Duration.ofMinutes(15);
  private static final int MOST_KEYS = 10_000;

  private static final class Count {
    private final long since;
    private int attempts;

    Count(long since) {
      this.since = since;
    }
  }

  private final int most;
  private final LongSupplier nanos;

  /** The one that was asked for least recently comes first. */
  private final Map<String, Count> counts =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
          return size() > MOST_KEYS;
        }
      };

  /**
   * Attempts of one kind.
   *
   * @param most how many there may be in a span
   * @param nanos a clock that never jumps
   */
  Attempts(int most, LongSupplier nanos) {
    this.most = most;
    this.nanos = nanos;
  }

  /**
   * Counts an attempt before it is made, so that many at once are no way around.
   *
   * @return how long to wait, or nothing if it may be made now
   */
  synchronized Duration take(String key) {
    long now = nanos.getAsLong();
    Count count = counts.get(key);
    if (count == null || now - count.since >= SPAN.toNanos()) {
      count = new Count(now);
      counts.put(key, count);
    }
    if (count.attempts >= most) {
      return SPAN.minusNanos(now - count.since);
    }
    count.attempts++;
    return Duration.ZERO;
  }

  /** Takes back an attempt that was no guess. */
  synchronized void giveBack(String key) {
    Count count = counts.get(key);
    if (count != null && count.attempts > 0) {
      count.attempts--;
    }
  }

  synchronized void forget(String key) {
    counts.remove(key);
  }

  synchronized int size() {
    return counts.size();
  }
}
