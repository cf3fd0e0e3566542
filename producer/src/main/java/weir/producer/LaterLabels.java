package weir.producer;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import weir.model.Payload;
import weir.traffic.Label;
import weir.traffic.LabelJson;
import weir.traffic.Outgoing;

/**
 * Holds labels back as banks do, who hear of a fraud days after it. Each label has a delay of its
 * own, which is the same whenever the same traffic is sent. None comes before its payment, for
 * rules would know of a fraud before it happens.
 */
final class LaterLabels {
  private static final long LEAST_MILLIS = 1000;

  private final RecordSink sink;
  private final long meanMillis;
  private final PriorityQueue<Due> waiting =
      new PriorityQueue<>(Comparator.comparingLong(Due::logMillis).thenComparingLong(Due::number));

  private long held;
  private long sent;

  private record Due(long logMillis, long number, Payload key, Label label) {}

  /**
   * Labels that go to this sink.
   *
   * @param meanMillis how long a label is held back on average; none for more than twice as long
   */
  LaterLabels(RecordSink sink, long meanMillis) {
    this.sink = sink;
    this.meanMillis = meanMillis;
  }

  void hold(Outgoing record, Label label) {
    SplittableRandom own = new SplittableRandom(label.transactionId().hashCode());
    long delay = meanMillis == 0 ? 0 : own.nextLong(2 * meanMillis + 1);
    long due = record.logMillis() + Math.max(LEAST_MILLIS, delay);
    waiting.add(new Due(due, ++held, record.key(), label));
  }

  /** Sends those that are due by then. */
  void sendUntil(long logMillis) {
    while (!waiting.isEmpty() && waiting.element().logMillis() <= logMillis) {
      Due due = waiting.remove();
      sink.send(due.logMillis(), due.key().bytes(), LabelJson.write(due.label(), due.logMillis()));
      sent++;
    }
  }

  /** Sends what is held for the shortest time only; what was held back longer is never heard of. */
  void end() {
    if (meanMillis == 0) {
      sendUntil(Long.MAX_VALUE);
    }
  }

  long sent() {
    return sent;
  }
}
