package weir.fold;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is left of the transactions before a time, which a history has forgotten: summaries by
 * edges, in series; immutable. Series are called by texts that say all that their content follows
 * from, so that series of different books stand beside each other.
 *
 * <p>Those of one key are for one thread at a time, but may be written by another one meanwhile.
 */
public final class Folded {
  /** Nothing was folded yet. */
  public static final Folded NOTHING = new Folded(Long.MIN_VALUE, new TreeMap<>(), new TreeMap<>());

  private static final byte VERSION = 1;

  private final long before;

  /** By their names and groups. */
  private final SortedMap<String, SortedMap<String, Series<?>>> series;

  private final SortedMap<String, Latest> latest;

  private Folded(
      long before,
      SortedMap<String, SortedMap<String, Series<?>>> series,
      SortedMap<String, Latest> latest) {
    this.before = before;
    this.series = series;
    this.latest = latest;
  }

  /** The time before which everything was folded, and after which nothing was. */
  public long before() {
    return before;
  }

  /**
   * The summary of a series from one edge up to another one, without the other.
   *
   * @param group what belongs together in the series, such as the amounts of a currency
   */
  public <S> S sum(Form<S> form, String name, String group, long from, long end) {
    Series<?> found = groups(name).get(group);
    return found == null ? form.ofNothing() : as(form, name, found).sum(from, end);
  }

  private SortedMap<String, Series<?>> groups(String name) {
    SortedMap<String, Series<?>> found = series.get(name);
    return found == null ? Collections.emptySortedMap() : found;
  }

  /** How many values of a series were seen under this edge or a later one. */
  public int distinctSince(String name, long edge) {
    return latest(name).countSince(edge);
  }

  /** When the values of a series were seen last. */
  public Latest latest(String name) {
    return latest.getOrDefault(name, Latest.NOTHING);
  }

  @SuppressWarnings("unchecked") // A series has the form that it is called by.
  private static <S> Series<S> as(Form<S> form, String name, Series<?> found) {
    if (found.form() != form) {
      throw new IllegalStateException("the series '" + name + "' has another form");
    }
    return (Series<S>) found;
  }

  /** What follows this: only what is put into it. */
  public Next next(long nextBefore) {
    return new Next(Math.max(before, nextBefore));
  }

  /** Puts together what follows. */
  public final class Next {
    private final long nextBefore;
    private final SortedMap<String, SortedMap<String, Series<?>>> nextSeries = new TreeMap<>();
    private final SortedMap<String, Latest> nextLatest = new TreeMap<>();

    private Next(long nextBefore) {
      this.nextBefore = nextBefore;
    }

    /**
     * A series with more summaries, by groups and edges, and without what is under an edge before
     * the time.
     */
    public <S> void put(
        Form<S> form, String name, Map<String, SortedMap<Long, S>> more, long keptFrom) {
      SortedMap<String, Series<?>> known = groups(name);
      Set<String> all = new TreeSet<>(known.keySet());
      all.addAll(more.keySet());
      SortedMap<String, Series<?>> groups = new TreeMap<>();
      for (String group : all) {
        Series<?> before = known.get(group);
        Series<S> next =
            (before == null ? Series.empty(form) : as(form, name, before))
                .plus(more.getOrDefault(group, Collections.emptySortedMap()), keptFrom);
        if (!next.isEmpty()) {
          groups.put(group, next);
        }
      }
      if (!groups.isEmpty()) {
        nextSeries.put(name, groups);
      }
    }

    /** A series of values with more of them. */
    public void putLatest(String name, Map<String, Long> more, long keptFrom) {
      Latest next = latest(name).plus(more, keptFrom);
      if (!next.isEmpty()) {
        nextLatest.put(name, next);
      }
    }

    public Folded done() {
      return new Folded(nextBefore, nextSeries, nextLatest);
    }
  }

  /** Writes it in its compact form, which begins with the version of the form. */
  public void write(DataOutput out) throws IOException {
    out.writeByte(VERSION);
    Bytes.writeSigned(before, out);
    Bytes.write(series.size(), out);
    for (Map.Entry<String, SortedMap<String, Series<?>>> each : series.entrySet()) {
      Bytes.writeText(each.getKey(), out);
      Bytes.write(each.getValue().size(), out);
      for (Map.Entry<String, Series<?>> group : each.getValue().entrySet()) {
        Bytes.writeText(group.getKey(), out);
        group.getValue().write(out);
      }
    }
    Bytes.write(latest.size(), out);
    for (Map.Entry<String, Latest> each : latest.entrySet()) {
      Bytes.writeText(each.getKey(), out);
      each.getValue().write(out);
    }
  }

  public static Folded read(DataInput in) throws IOException {
    byte version = in.readByte();
    if (version != VERSION) {
      throw new StreamCorruptedException("what was folded has the unknown form " + version);
    }
    long before = Bytes.readSigned(in);
    SortedMap<String, SortedMap<String, Series<?>>> series = new TreeMap<>();
    for (int i = Bytes.readSize(in); i > 0; i--) {
      String name = Bytes.readText(in);
      SortedMap<String, Series<?>> groups = new TreeMap<>();
      for (int j = Bytes.readSize(in); j > 0; j--) {
        groups.put(Bytes.readText(in), Series.read(in));
      }
      series.put(name, groups);
    }
    SortedMap<String, Latest> latest = new TreeMap<>();
    for (int i = Bytes.readSize(in); i > 0; i--) {
      latest.put(Bytes.readText(in), Latest.read(in));
    }
    return new Folded(before, series, latest);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Folded that
        && before == that.before
        && series.equals(that.series)
        && latest.equals(that.latest);
  }

  @Override
  public int hashCode() {
    return Long.hashCode(before) * 31 + series.hashCode() + latest.hashCode();
  }

  @Override
  public String toString() {
    return "Folded[before=" + before + ", " + series + ", " + latest + "]";
  }
}
