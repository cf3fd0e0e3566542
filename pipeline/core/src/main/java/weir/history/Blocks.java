package weir.history;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Summaries of blocks of places: of a number of places, of as many such blocks, and so on. The
 * summary of any stretch, however long, is made of a few of them and of the places at its ends.
 */
public final class Blocks<S> {
  /** How many blocks make one of the next size. */
  private static final int WIDTH = 32;

  private final Merge<S> merge;

  /** For each size, the blocks that are full, from the first place. */
  private final List<List<S>> levels = new ArrayList<>();

  public Blocks(Merge<S> merge) {
    this.merge = merge;
  }

  /** Those of what stands before the place, where everything up to there is the same. */
  public Blocks<S> before(int place) {
    Blocks<S> before = new Blocks<>(merge);
    int size = WIDTH;
    for (List<S> full : levels) {
      before.levels.add(new ArrayList<>(full.subList(0, Math.min(full.size(), place / size))));
      size *= WIDTH;
    }
    return before;
  }

  /**
   * The summary of a stretch.
   *
   * @param one the summary of one place; it is always the same for the same place
   */
  public S sum(IntFunction<S> one, int from, int to) {
    extend(one, to);
    S sum = merge.ofNothing();
    int place = from;
    while (place < to) {
      int level = -1;
      int size = 1;
      while (level + 1 < levels.size() && fits(level + 1, size * WIDTH, place, to)) {
        level++;
        size *= WIDTH;
      }
      S next = level < 0 ? one.apply(place) : levels.get(level).get(place / size);
      sum = merge.plus(sum, next);
      place += size;
    }
    return sum;
  }

  private boolean fits(int level, int size, int place, int to) {
    return place % size == 0 && place + size <= to && place / size < levels.get(level).size();
  }

  private void extend(IntFunction<S> one, int to) {
    if (levels.isEmpty()) {
      levels.add(new ArrayList<>());
    }
    List<S> lowest = levels.get(0);
    for (int end = (lowest.size() + 1) * WIDTH; end <= to; end += WIDTH) {
      S sum = merge.ofNothing();
      for (int place = end - WIDTH; place < end; place++) {
        sum = merge.plus(sum, one.apply(place));
      }
      lowest.add(sum);
      carry(0);
    }
  }

  /** Merges full blocks into one of the next size. */
  private void carry(int level) {
    List<S> full = levels.get(level);
    if (full.size() % WIDTH != 0) {
      return;
    }
    if (level + 1 == levels.size()) {
      levels.add(new ArrayList<>());
    }
    S sum = merge.ofNothing();
    for (S block : full.subList(full.size() - WIDTH, full.size())) {
      sum = merge.plus(sum, block);
    }
    levels.get(level + 1).add(sum);
    carry(level + 1);
  }
}
