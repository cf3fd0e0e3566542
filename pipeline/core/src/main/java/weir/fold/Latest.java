package weir.fold;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import weir.history.Older;

/**
 * Under which edge each value was seen last; immutable. A window that has no end but the present
 * holds a value if it was seen since the window began, so no more need be known. What it holds
 * grows with the number of values, and not with how often they are seen.
 */
public final class Latest implements Older {
  static final Latest NOTHING = new Latest(new long[0], new String[0][], null);

  private final long[] edges;

  /** The values that were seen last under each edge, sorted. */
  private final String[][] values;

  /** How many values there are under each edge and the later ones. */
  private final int[] since;

  /** The edge of each value, or nothing after a later version has taken it over. */
  private @Nullable Map<String, Long> edgeOf;

  private Latest(long[] edges, String[][] values, @Nullable Map<String, Long> edgeOf) {
    this.edges = edges;
    this.values = values;
    this.edgeOf = edgeOf;
    this.since = new int[edges.length + 1];
    for (int i = edges.length - 1; i >= 0; i--) {
      since[i] = since[i + 1] + values[i].length;
    }
  }

  boolean isEmpty() {
    return edges.length == 0;
  }

  /** How many values were seen under this edge or a later one. */
  int countSince(long edge) {
    int found = Arrays.binarySearch(edges, edge);
    return since[found < 0 ? -found - 1 : found];
  }

  /** The edge under which the value was seen last. */
  @Override
  public long lastSeen(String value) {
    return isEmpty() ? NEVER : index().getOrDefault(value, NEVER);
  }

  /**
   * This and values under later edges than they had, or earlier ones, which change nothing; without
   * what is under an edge before the time.
   */
  Latest plus(Map<String, Long> more, long keptFrom) {
    if (more.isEmpty() && (edges.length == 0 || edges[0] >= keptFrom)) {
      return this;
    }
    Map<String, Long> index = index();
    Map<Long, Set<String>> gone = new HashMap<>();
    Map<Long, Set<String>> come = new TreeMap<>();
    more.forEach(
        (value, edge) -> {
          Long before = index.get(value);
          if (edge >= keptFrom && (before == null || before < edge)) {
            index.put(value, edge);
            come.computeIfAbsent(edge, any -> new TreeSet<>()).add(value);
            if (before != null) {
              gone.computeIfAbsent(before, any -> new HashSet<>()).add(value);
            }
          }
        });
    TreeMap<Long, String[]> next = new TreeMap<>();
    for (int i = 0; i < edges.length; i++) {
      if (edges[i] >= keptFrom) {
        next.put(edges[i], without(values[i], gone.get(edges[i])));
      } else {
        for (String each : values[i]) {
          index.remove(each, edges[i]);
        }
      }
    }
    come.forEach((edge, added) -> next.merge(edge, added.toArray(String[]::new), Latest::merged));
    next.values().removeIf(each -> each.length == 0);
    edgeOf = null;
    return new Latest(
        next.keySet().stream().mapToLong(Long::longValue).toArray(),
        next.values().toArray(String[][]::new),
        index);
  }

  private static String[] without(String[] values, @Nullable Set<String> gone) {
    return gone == null
        ? values
        : Arrays.stream(values).filter(each -> !gone.contains(each)).toArray(String[]::new);
  }

  private static String[] merged(String[] one, String[] other) {
    String[] all = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, all, one.length, other.length);
    // Two sorted runs are merged fast.
    Arrays.sort(all);
    return all;
  }

  private Map<String, Long> index() {
    // Nothing is shared by all keys, and by their threads.
    Map<String, Long> index = isEmpty() ? new HashMap<>() : edgeOf;
    if (index == null) {
      index = new HashMap<>();
      for (int i = 0; i < edges.length; i++) {
        for (String each : values[i]) {
          index.put(each, edges[i]);
        }
      }
      edgeOf = index;
    }
    return index;
  }

  void write(DataOutput out) throws IOException {
    Bytes.write(edges.length, out);
    long before = 0;
    for (int i = 0; i < edges.length; i++) {
      Bytes.writeSigned(edges[i] - before, out);
      before = edges[i];
      Bytes.write(values[i].length, out);
      for (String each : values[i]) {
        Bytes.writeText(each, out);
      }
    }
  }

  static Latest read(DataInput in) throws IOException {
    long[] edges = new long[Bytes.readSize(in)];
    String[][] values = new String[edges.length][];
    long before = 0;
    for (int i = 0; i < edges.length; i++) {
      before += Bytes.readSigned(in);
      edges[i] = before;
      values[i] = new String[Bytes.readSize(in)];
      for (int j = 0; j < values[i].length; j++) {
        values[i][j] = Bytes.readText(in);
      }
    }
    return new Latest(edges, values, /* edgeOf= */ null);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Latest that
        && Arrays.equals(edges, that.edges)
        && Arrays.deepEquals(values, that.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(edges) * 31 + Arrays.deepHashCode(values);
  }

  @Override
  public String toString() {
    return "Latest" + Arrays.toString(edges) + Arrays.deepToString(values);
  }
}
