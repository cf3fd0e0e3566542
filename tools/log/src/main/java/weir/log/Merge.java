package weir.log;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import weir.judge.Floor;

/** Partitions as one stream: next is always the record with which one of them is least far. */
final class Merge {
  private static final Comparator<Partition> ORDER =
      Comparator.comparingLong(Partition::reached)
          .thenComparing(Partition::kind)
          .thenComparingInt(Partition::number);

  private final Source source;
  private final Span span;
  private final PriorityQueue<Partition> ready = new PriorityQueue<>(ORDER);
  private final List<Partition> unread;
  private long reached = Floor.UNKNOWN;

  /** Where the records of partitions come from. */
  interface Source {
    /** Reads on until a partition knows its next record, or has ended. */
    void fill(Partition dry);
  }

  Merge(Collection<Partition> partitions, Span span, Source source) {
    this.unread = new ArrayList<>(partitions);
    this.span = span;
    this.source = source;
  }

  /** The next record in the span; nothing at its end. */
  @Nullable Entry next() {
    unread.forEach(this::await);
    unread.clear();
    while (true) {
      Partition first = ready.poll();
      if (first == null || first.reached() >= span.to()) {
        return null;
      }
      reached = first.reached();
      Entry entry = first.take();
      await(first);
      if (reached >= span.from()) {
        return entry;
      }
    }
  }

  private void await(Partition partition) {
    if (!partition.knowsNext()) {
      source.fill(partition);
    }
    if (!partition.isEmpty()) {
      partition.look();
      ready.add(partition);
    }
  }

  /** How far all partitions are in log time, if their clocks are right. */
  long reached() {
    return reached;
  }
}
