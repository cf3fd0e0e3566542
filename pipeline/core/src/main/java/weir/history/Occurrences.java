package weir.history;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import weir.filter.Lists;

/**
 * For each place of a ledger, when the value of its trait was seen before. A value counts once in a
 * window: at the place where it was last seen before the window began. So the number of different
 * values is a number of places with an early enough time, and sorted blocks of times tell it
 * without looking at each place. That holds for windows of any length.
 */
final class Occurrences {
  /** What counts in no window: a transaction that lacks the trait. */
  private static final long UNCOUNTED = Long.MAX_VALUE;

  /** How many places make a block of the smallest size. Below it a scan is as fast as a search. */
  private static final int FEW = 64;

  /** How many blocks make one of the next size. */
  private static final int WIDTH = 32;

  private final Trait trait;
  private final Older older;

  /** What stands before this place is not looked at. */
  private final int first;

  private int known;
  private long[] seenBefore;

  /** For each size, sorted blocks beside each other, as far as they are full. */
  private long[][] levels = {};

  /** When each value was seen last, or nothing after another ledger has taken it over. */
  private @Nullable Map<String, Long> lastSeen = new HashMap<>();

  Occurrences(Trait trait, Older older, int first) {
    this.trait = trait;
    this.older = older;
    this.first = first;
    this.known = first;
    this.seenBefore = new long[first + FEW];
  }

  private Occurrences(Occurrences other, int known) {
    this.trait = other.trait;
    this.older = other.older;
    this.first = other.first;
    this.known = known;
    this.seenBefore = Arrays.copyOf(other.seenBefore, other.seenBefore.length);
    this.levels = new long[other.levels.length][];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = Arrays.copyOf(other.levels[i], other.levels[i].length);
    }
    this.lastSeen = other.lastSeen;
  }

  /** Whether it is about what a history that begins at this place asks for. */
  boolean serves(Older asked, int from) {
    return older == asked && first <= from;
  }

  /**
   * The same of what stands before the place, for a ledger that is the same up to there. It takes
   * over what was seen last, as the other one will hardly grow any more.
   */
  Occurrences before(Ledger ledger, int place) {
    if (place <= first) {
      return new Occurrences(trait, older, place);
    }
    Map<String, Long> mine = lastSeen;
    Occurrences before = new Occurrences(this, Math.min(known, place));
    if (mine != null) {
      for (int i = known - 1; i >= place; i--) {
        forget(ledger, mine, i);
      }
    }
    lastSeen = null;
    return before;
  }

  private void forget(Ledger ledger, Map<String, Long> mine, int place) {
    String value = valueAt(ledger, place);
    if (value != null) {
      mine.put(value, seenBefore[place]);
    }
  }

  /** How many values were not seen between the start and the place where they are in a stretch. */
  int count(Ledger ledger, Lists lists, int from, int to, long start) {
    extend(ledger, lists, to);
    int count = 0;
    int place = from;
    while (place < to) {
      int level = -1;
      int size = FEW;
      int fitting = 1;
      while (level + 1 < levels.length && place % size == 0 && place + size <= to) {
        level++;
        fitting = size;
        size *= WIDTH;
      }
      count +=
          level < 0
              ? (seenBefore[place] < start ? 1 : 0)
              : earlier(levels[level], place, place + fitting, start);
      place += fitting;
    }
    return count;
  }

  /** When the value was last seen at all places that are known. */
  long lastSeen(Ledger ledger, String value) {
    Long last = seenUpToHere(ledger).get(value);
    return last == null ? older.lastSeen(value) : last;
  }

  /** Whether the value of a place was not seen between the start and it. */
  boolean counts(Ledger ledger, Lists lists, int place, long start) {
    extend(ledger, lists, place + 1);
    return seenBefore[place] < start;
  }

  /** How many of a sorted block are before the start. */
  private static int earlier(long[] sorted, int from, int to, long start) {
    int low = from;
    int high = to;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < start) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - from;
  }

  /** Looks at what stands before the place. */
  void extend(Ledger ledger, Lists lists, int to) {
    if (known >= to) {
      return;
    }
    Map<String, Long> last = seenUpToHere(ledger);
    if (to > seenBefore.length) {
      seenBefore = Arrays.copyOf(seenBefore, Math.max(to, seenBefore.length * 3 / 2));
    }
    for (; known < to; known++) {
      seenBefore[known] = seenBefore(ledger, lists, last, known);
      sort(known + 1);
    }
  }

  private long seenBefore(Ledger ledger, Lists lists, Map<String, Long> last, int place) {
    String value = ledger.passes(place, trait.filter(), lists) ? trait.of(ledger.get(place)) : null;
    if (value == null) {
      return UNCOUNTED;
    }
    Long before = last.put(value, ledger.time(place));
    return before == null ? older.lastSeen(value) : before;
  }

  private Map<String, Long> seenUpToHere(Ledger ledger) {
    Map<String, Long> last = lastSeen;
    if (last == null) {
      last = new HashMap<>();
      for (int i = first; i < known; i++) {
        String value = valueAt(ledger, i);
        if (value != null) {
          last.put(value, ledger.time(i));
        }
      }
      lastSeen = last;
    }
    return last;
  }

  /** The value of a known place. */
  private @Nullable String valueAt(Ledger ledger, int place) {
    return seenBefore[place] == UNCOUNTED ? null : trait.of(ledger.get(place));
  }

  /** Sorts the blocks that end here. */
  private void sort(int end) {
    int size = FEW;
    for (int level = 0; end % size == 0; level++) {
      if (level == levels.length) {
        levels = Arrays.copyOf(levels, level + 1);
        levels[level] = new long[0];
      }
      if (levels[level].length < end) {
        levels[level] = Arrays.copyOf(levels[level], Math.max(end, seenBefore.length));
      }
      long[] below = level == 0 ? seenBefore : levels[level - 1];
      System.arraycopy(below, end - size, levels[level], end - size, size);
      Arrays.sort(levels[level], end - size, end);
      size *= WIDTH;
    }
  }
}
