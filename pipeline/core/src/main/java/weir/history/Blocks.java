package weir.history;

import java.util.ArrayList;
import java.util.List;
import weir.filter.Lists;

/**
 * Summaries of a ledger's blocks: of a number of transactions, of as many such blocks, and so on.
 * The summary of any stretch, however long, is made of a few of them and of the transactions at its
 * ends. They do not depend on who knows which lists: each transaction is looked up as of the time
 * when it reached the log, and all that was announced for that time is known.
 */
final class Blocks<S> {
  /** How many blocks make one of the next size. */
  private static final int WIDTH = 32;

  private final Summary<S> summary;

  /** For each size, the blocks that are full, from the beginning of the ledger. */
  private final List<List<S>> levels = new ArrayList<>();

  Blocks(Summary<S> summary) {
    this.summary = summary;
  }

  /** Those of what stands before the place, for a ledger that is the same up to there. */
  Blocks<S> before(int place) {
    Blocks<S> before = new Blocks<>(summary);
    int size = WIDTH;
    for (List<S> full : levels) {
      before.levels.add(new ArrayList<>(full.subList(0, Math.min(full.size(), place / size))));
      size *= WIDTH;
    }
    return before;
  }

  S sum(Ledger ledger, Lists lists, int from, int to) {
    extend(ledger, lists, to);
    S sum = summary.ofNothing();
    int place = from;
    while (place < to) {
      int level = -1;
      int size = 1;
      while (level + 1 < levels.size() && fits(level + 1, size * WIDTH, place, to)) {
        level++;
        size *= WIDTH;
      }
      S next =
          level < 0 ? ledger.summaryOf(place, summary, lists) : levels.get(level).get(place / size);
      sum = summary.plus(sum, next);
      place += size;
    }
    return sum;
  }

  private boolean fits(int level, int size, int place, int to) {
    return place % size == 0 && place + size <= to && place / size < levels.get(level).size();
  }

  private void extend(Ledger ledger, Lists lists, int to) {
    if (levels.isEmpty()) {
      levels.add(new ArrayList<>());
    }
    List<S> lowest = levels.get(0);
    for (int end = (lowest.size() + 1) * WIDTH; end <= to; end += WIDTH) {
      S sum = summary.ofNothing();
      for (int place = end - WIDTH; place < end; place++) {
        sum = summary.plus(sum, ledger.summaryOf(place, summary, lists));
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
    S sum = summary.ofNothing();
    for (S block : full.subList(full.size() - WIDTH, full.size())) {
      sum = summary.plus(sum, block);
    }
    levels.get(level + 1).add(sum);
    carry(level + 1);
  }
}
