package weir.fold;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import weir.history.Blocks;

/**
 * Summaries of the stretches between two edges, each under the edge where it begins; immutable.
 * Where there was nothing, nothing is held.
 */
final class Series<S> {
  /** Some windows of some features, on both sides of an edge. */
  private static final int MOST_REMEMBERED = 8;

  private final Form<S> form;
  private final long[] edges;
  private final List<S> sums;

  /** Summed up when they are first asked for. */
  private final Blocks<S> blocks;

  /** Dear sums that were asked for, the newest first: windows at edges stay for a while. */
  private final List<Asked<S>> asked;

  private record Asked<S>(long from, long end, S sum) {
    boolean isAsBefore(SortedMap<Long, S> added, long keptFrom) {
      return keptFrom <= from && added.subMap(from, Math.max(from, end)).isEmpty();
    }
  }

  private Series(Form<S> form, long[] edges, List<S> sums, Blocks<S> blocks, List<Asked<S>> asked) {
    this.form = form;
    this.edges = edges;
    this.sums = sums;
    this.blocks = blocks;
    this.asked = asked;
  }

  static <S> Series<S> empty(Form<S> form) {
    return new Series<>(form, new long[0], List.of(), new Blocks<>(form), new ArrayList<>());
  }

  Form<S> form() {
    return form;
  }

  boolean isEmpty() {
    return sums.isEmpty();
  }

  /** The summary of all from one edge up to another one, without the other. */
  S sum(long from, long end) {
    if (!form.isDear()) {
      return sumUp(from, end);
    }
    for (Asked<S> each : asked) {
      if (each.from == from && each.end == end) {
        return each.sum;
      }
    }
    S sum = sumUp(from, end);
    if (asked.size() == MOST_REMEMBERED) {
      asked.remove(MOST_REMEMBERED - 1);
    }
    asked.add(0, new Asked<>(from, end, sum));
    return sum;
  }

  private S sumUp(long from, long end) {
    int first = place(from);
    return blocks.sum(sums::get, first, Math.max(first, place(end)));
  }

  /** This and more summaries, without what is under an edge before the time. */
  Series<S> plus(SortedMap<Long, S> more, long keptFrom) {
    int dropped = place(keptFrom);
    if (more.isEmpty() && dropped == 0) {
      return this;
    }
    long[] nextEdges = new long[sums.size() - dropped + more.size()];
    List<S> nextSums = new ArrayList<>(nextEdges.length);
    int from = dropped;
    int same = Integer.MAX_VALUE;
    for (Map.Entry<Long, S> each : more.tailMap(keptFrom).entrySet()) {
      int place = place(each.getKey());
      take(from, place, nextEdges, nextSums);
      same = Math.min(same, nextSums.size());
      boolean known = place < edges.length && edges[place] == each.getKey();
      nextEdges[nextSums.size()] = each.getKey();
      nextSums.add(known ? form.plus(sums.get(place), each.getValue()) : each.getValue());
      from = known ? place + 1 : place;
    }
    take(from, edges.length, nextEdges, nextSums);
    return new Series<>(
        form,
        Arrays.copyOf(nextEdges, nextSums.size()),
        nextSums,
        dropped == 0 ? blocks.before(Math.min(same, edges.length)) : new Blocks<>(form),
        asked.stream()
            .filter(each -> each.isAsBefore(more, keptFrom))
            .collect(Collectors.toCollection(ArrayList::new)));
  }

  private void take(int from, int to, long[] nextEdges, List<S> nextSums) {
    if (from < to) {
      System.arraycopy(edges, from, nextEdges, nextSums.size(), to - from);
      nextSums.addAll(sums.subList(from, to));
    }
  }

  /** The first place whose edge is not before the time. */
  private int place(long time) {
    int found = Arrays.binarySearch(edges, time);
    return found < 0 ? -found - 1 : found;
  }

  void write(DataOutput out) throws IOException {
    Bytes.write(form.code(), out);
    Bytes.write(edges.length, out);
    long before = 0;
    for (int i = 0; i < edges.length; i++) {
      Bytes.writeSigned(edges[i] - before, out);
      before = edges[i];
      form.write(sums.get(i), out);
    }
  }

  static Series<?> read(DataInput in) throws IOException {
    return read(Form.ofCode(Bytes.readSize(in)), in);
  }

  private static <S> Series<S> read(Form<S> form, DataInput in) throws IOException {
    long[] edges = new long[Bytes.readSize(in)];
    List<S> sums = new ArrayList<>(edges.length);
    long before = 0;
    for (int i = 0; i < edges.length; i++) {
      before += Bytes.readSigned(in);
      edges[i] = before;
      sums.add(form.read(in));
    }
    return new Series<>(form, edges, sums, new Blocks<>(form), new ArrayList<>());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Series<?> that
        && form.equals(that.form)
        && Arrays.equals(edges, that.edges)
        && sums.equals(that.sums);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(edges) * 31 + sums.hashCode();
  }

  @Override
  public String toString() {
    return "Series" + Arrays.toString(edges) + sums;
  }
}
