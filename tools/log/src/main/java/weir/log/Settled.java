package weir.log;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import weir.judge.Floor;

/**
 * Puts records that come by their log times into the order of their partitions. Where a partition's
 * log times fall, a record comes before one that stands before it in the log; so each waits until
 * the clocks of brokers cannot differ by so much.
 */
final class Settled {
  private static final Comparator<Placed> ORDER =
      Comparator.comparingLong(Placed::reached)
          .thenComparing(placed -> placed.entry().kind())
          .thenComparingInt(placed -> placed.entry().record().position().partition())
          .thenComparingLong(placed -> placed.entry().record().position().offset());

  private final Map<Of, InOrder> partitions = new HashMap<>();
  private final PriorityQueue<Placed> placed = new PriorityQueue<>(ORDER);
  private long now = Floor.UNKNOWN;
  private long settled = Floor.UNKNOWN;
  private long reached = Floor.UNKNOWN;

  /** A partition of a topic. */
  private record Of(String topic, int partition) {}

  /** A record, and how far its partition is with it. */
  private record Placed(Entry entry, long reached) {}

  /** What waits of a partition, by its offsets. */
  private static final class InOrder {
    private final PriorityQueue<Entry> waiting =
        new PriorityQueue<>(Comparator.comparingLong(entry -> entry.record().position().offset()));

    private long reached = Floor.UNKNOWN;
  }

  /** Adds a record; none comes after it whose log time is below its own. */
  void add(Entry entry) {
    long time = time(entry);
    partitions
        .computeIfAbsent(
            new Of(entry.topic(), entry.record().position().partition()), any -> new InOrder())
        .waiting
        .add(entry);
    if (time > now) {
      now = time;
      settle(time - Log.CLOCKS_MILLIS);
    }
  }

  /** No record comes any more. */
  void end() {
    settle(Long.MAX_VALUE);
  }

  private void settle(long until) {
    settled = until;
    for (InOrder each : partitions.values()) {
      Entry first = each.waiting.peek();
      while (first != null && time(first) <= until) {
        each.waiting.remove();
        each.reached = Math.max(each.reached, time(first));
        placed.add(new Placed(first, each.reached));
        first = each.waiting.peek();
      }
    }
  }

  private static long time(Entry entry) {
    return entry.record().position().time();
  }

  /** Whether the next one is known. */
  boolean hasNext() {
    Placed first = placed.peek();
    return first != null && first.reached() <= settled;
  }

  boolean isEmpty() {
    return placed.isEmpty();
  }

  Entry next() {
    Placed next = placed.remove();
    reached = next.reached();
    return next.entry();
  }

  long reached() {
    return reached;
  }
}
