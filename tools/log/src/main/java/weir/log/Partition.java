package weir.log;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import weir.judge.Floor;
import weir.model.LogPosition;
import weir.model.LogRecord;
import weir.model.Parsed;
import weir.model.Payload;
import weir.model.Times;

/**
 * A partition of a log, of which the next records have been read. How far it is in log time with
 * each of them never falls. A sender may write any time into a record, and one far ahead must not
 * carry the partition with it. So the time of a record says something only if most of the next few
 * are not far below it.
 */
final class Partition {
  /** Of so many any three may have any time. */
  private static final int LOOKED_AT = 7;

  /** How much of a partition is read ahead. */
  private static final int MOST_RECORDS = 4096;

  private static final int MOST_BYTES = 4 << 20;

  private final Kind kind;
  private final String topic;
  private final int number;
  private final long slackMillis;
  private final Deque<Entry> waiting = new ArrayDeque<>();
  private long bytes;
  private boolean ended;
  private long reached = Floor.UNKNOWN;

  /**
   * Nothing of it has been read yet.
   *
   * @param slackMillis how far below another one the time of a record behind it may rightly be
   */
  Partition(Kind kind, String topic, int number, long slackMillis) {
    this.kind = kind;
    this.topic = topic;
    this.number = number;
    this.slackMillis = slackMillis;
  }

  Kind kind() {
    return kind;
  }

  String topic() {
    return topic;
  }

  int number() {
    return number;
  }

  void add(LogRecord record) {
    add(record, /* parsed= */ null);
  }

  void add(LogRecord record, @Nullable Parsed parsed) {
    waiting.addLast(new Entry(kind, topic, record, parsed));
    bytes += bytes(record);
  }

  /** Nothing comes any more. */
  void end() {
    ended = true;
  }

  boolean hasEnded() {
    return ended;
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  boolean isFull() {
    return waiting.size() >= MOST_RECORDS || bytes >= MOST_BYTES;
  }

  /** Whether enough was read to say how far it is with the next record. */
  boolean knowsNext() {
    return ended || waiting.size() >= LOOKED_AT;
  }

  /** Looks how far it is in log time with the next record, of which there must be one. */
  void look() {
    reached = Math.max(reached, timeOfNext());
  }

  /** How far it is with the record that was looked at last. */
  long reached() {
    return reached;
  }

  private long timeOfNext() {
    int known = Math.min(LOOKED_AT, waiting.size());
    int most = known / 2 + 1;
    long time = time(waiting.getFirst());
    if (time <= reached) {
      return reached;
    }
    int near = 0;
    Iterator<Entry> next = waiting.iterator();
    for (int i = 0; i < known && near < most; i++) {
      near += time(next.next()) >= time - slackMillis ? 1 : 0;
    }
    if (near >= most) {
      return time;
    }
    // Where nothing else is known, some time is better than none.
    return reached == Floor.UNKNOWN ? earliest(known) : Floor.UNKNOWN;
  }

  private long earliest(int known) {
    return waiting.stream()
        .limit(known)
        .mapToLong(Partition::time)
        .filter(Times::isUsable)
        .min()
        .orElse(Floor.UNKNOWN);
  }

  /** What is no time says nothing. */
  private static long time(Entry entry) {
    LogPosition position = entry.record().position();
    return position.hasTime() ? position.time() : Floor.UNKNOWN;
  }

  /** Takes the next record, which was looked at. */
  Entry take() {
    Entry next = waiting.removeFirst();
    bytes -= bytes(next.record());
    return next;
  }

  private static long bytes(LogRecord record) {
    Payload key = record.key();
    Payload value = record.value();
    long keyBytes = key == null ? 0 : key.bytes().length;
    return keyBytes + (value == null ? 0 : value.bytes().length);
  }
}
