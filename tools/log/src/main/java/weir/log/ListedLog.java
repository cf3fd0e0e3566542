package weir.log;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import weir.judge.Floor;
import weir.model.LogRecord;

/** Partitions in memory as one log: next is always the one that is least far in log time. */
public final class ListedLog implements Log {
  private final List<Deque<Entry>> partitions = new ArrayList<>();
  private final long records;
  private final long behindMillis;
  private long reached = Floor.UNKNOWN;

  /** A log whose brokers have clocks that differ. */
  public ListedLog(List<List<LogRecord>> payments, List<List<LogRecord>> labels) {
    this(payments, labels, CLOCKS_MILLIS);
  }

  /**
   * The same.
   *
   * @param behindMillis by how much log times fall in a partition at most
   */
  public ListedLog(
      List<List<LogRecord>> payments, List<List<LogRecord>> labels, long behindMillis) {
    labels.forEach(each -> partitions.add(entries(Kind.LABELS, "payments.labels", each)));
    payments.forEach(each -> partitions.add(entries(Kind.TRANSACTIONS, "payments", each)));
    this.records = partitions.stream().mapToLong(Deque::size).sum();
    this.behindMillis = behindMillis;
  }

  private static Deque<Entry> entries(Kind kind, String topic, List<LogRecord> records) {
    Deque<Entry> entries = new ArrayDeque<>();
    records.forEach(each -> entries.add(new Entry(kind, topic, each)));
    return entries;
  }

  @Override
  public @Nullable Entry next() {
    Deque<Entry> first = null;
    for (Deque<Entry> each : partitions) {
      if (!each.isEmpty() && (first == null || time(each) < time(first))) {
        first = each;
      }
    }
    if (first == null) {
      return null;
    }
    reached = Math.max(reached, time(first));
    return first.remove();
  }

  private static long time(Deque<Entry> partition) {
    return partition.element().record().position().time();
  }

  @Override
  public long reached() {
    return reached == Floor.UNKNOWN ? Floor.UNKNOWN : reached - behindMillis;
  }

  @Override
  public long records() {
    return records;
  }

  @Override
  public void close() {
    partitions.clear();
  }
}
