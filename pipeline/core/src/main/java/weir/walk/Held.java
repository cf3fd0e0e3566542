package weir.walk;

import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * Histories of a key by its values, in the order in which they were asked for last. A log goes on
 * in time, so those that have gone quiet stand at the beginning, and to forget them costs nothing
 * for the others.
 */
final class Held<H> {
  private static final int ROOM = 1024;
  private static final float LOAD = 0.75f;

  private final Map<String, Known<H>> histories =
      new LinkedHashMap<>(ROOM, LOAD, /* accessOrder= */ true);

  private final H none;
  private final ToLongFunction<H> newest;

  /** The newest that the eldest knows, or knew when it was looked at last. */
  private long eldest = Long.MIN_VALUE;

  /**
   * A history, and the time of the newest that it knows. Whoever forgets it need not look into it:
   * nobody has for long, and what was not touched for long is slow to reach.
   */
  private static final class Known<H> {
    private H history;
    private long newest;

    Known(H history, long newest) {
      this.history = history;
      this.newest = newest;
    }
  }

  /**
   * Holds nothing yet.
   *
   * @param none the history of a value that is not held
   * @param newest the time of the newest that a history knows
   */
  Held(H none, ToLongFunction<H> newest) {
    this.none = none;
    this.newest = newest;
  }

  H get(String value) {
    Known<H> known = histories.get(value);
    return known == null ? none : known.history;
  }

  void put(String value, H history) {
    if (history == none) {
      return;
    }
    Known<H> known = histories.get(value);
    if (known == null) {
      histories.put(value, new Known<>(history, newest.applyAsLong(history)));
    } else if (known.history != history) {
      known.history = history;
      known.newest = newest.applyAsLong(history);
    }
  }

  Collection<H> histories() {
    return histories.values().stream().map(each -> each.history).toList();
  }

  /** Forgets those that know nothing of this time or a later one. */
  void forgetBefore(long time) {
    if (time <= eldest) {
      return;
    }
    eldest = Long.MIN_VALUE;
    Iterator<Known<H>> all = histories.values().iterator();
    while (all.hasNext()) {
      long its = all.next().newest;
      if (its >= time) {
        eldest = its;
        return;
      }
      all.remove();
    }
  }
}
