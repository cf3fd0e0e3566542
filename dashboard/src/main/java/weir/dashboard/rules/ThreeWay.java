package weir.dashboard.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Puts together what two people changed of one text, by whole lines. */
final class ThreeWay {
  /** Beyond so many pairs of lines all between the first and the last difference is one change. */
  private static final long MOST_PAIRS = 4_000_000;

  private ThreeWay() {}

  /**
   * A change.
   *
   * @param from the first line of the old text that goes
   * @param to the first one behind these
   * @param lines what comes in their place
   */
  private record Change(int from, int to, List<String> lines) {
    /** Also neighbours touch: what stands beside a line says what the line means. */
    boolean touches(Change other) {
      return from <= other.to && other.from <= to;
    }
  }

  /** The old text with the changes of both; nothing if they changed the same place differently. */
  static Optional<String> merge(String old, String one, String other) {
    List<String> lines = lines(old);
    List<Change> theirs = changes(lines, lines(other));
    List<Change> all = new ArrayList<>(theirs);
    for (Change mine : changes(lines, lines(one))) {
      if (!theirs.contains(mine)) {
        if (theirs.stream().anyMatch(mine::touches)) {
          return Optional.empty();
        }
        all.add(mine);
      }
    }
    // From the end, so that the places of those before stay what they are.
    all.sort(Comparator.comparingInt(Change::from).reversed());
    List<String> merged = new ArrayList<>(lines);
    for (Change each : all) {
      List<String> gone = merged.subList(each.from(), each.to());
      gone.clear();
      merged.addAll(each.from(), each.lines());
    }
    return Optional.of(String.join("\n", merged));
  }

  private static List<String> lines(String text) {
    return List.of(text.split("\n", -1));
  }

  private static List<Change> changes(List<String> old, List<String> now) {
    int most = Math.min(old.size(), now.size());
    int first = 0;
    while (first < most && old.get(first).equals(now.get(first))) {
      first++;
    }
    int last = 0;
    while (last < most - first
        && old.get(old.size() - 1 - last).equals(now.get(now.size() - 1 - last))) {
      last++;
    }
    List<String> before = old.subList(first, old.size() - last);
    List<String> after = now.subList(first, now.size() - last);
    if (before.isEmpty() && after.isEmpty()) {
      return List.of();
    }
    return (long) before.size() * after.size() > MOST_PAIRS
        ? List.of(new Change(first, first + before.size(), List.copyOf(after)))
        : between(before, after, first);
  }

  /** The changes around the longest common subsequence. */
  private static List<Change> between(List<String> before, List<String> after, int first) {
    int[][] common = common(before, after);
    List<Change> changes = new ArrayList<>();
    int from = 0;
    int begin = 0;
    int i = 0;
    int j = 0;
    while (i < before.size() && j < after.size()) {
      if (before.get(i).equals(after.get(j))) {
        add(changes, first, from, i, after.subList(begin, j));
        from = ++i;
        begin = ++j;
      } else if (common[i + 1][j] >= common[i][j + 1]) {
        i++;
      } else {
        j++;
      }
    }
    add(changes, first, from, before.size(), after.subList(begin, after.size()));
    return changes;
  }

  private static void add(List<Change> changes, int first, int from, int to, List<String> lines) {
    if (to > from || !lines.isEmpty()) {
      changes.add(new Change(first + from, first + to, List.copyOf(lines)));
    }
  }

  /** How many lines two tails have in common, in order. */
  private static int[][] common(List<String> before, List<String> after) {
    int[][] common = new int[before.size() + 1][after.size() + 1];
    for (int i = before.size() - 1; i >= 0; i--) {
      for (int j = after.size() - 1; j >= 0; j--) {
        common[i][j] =
            before.get(i).equals(after.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }
}
