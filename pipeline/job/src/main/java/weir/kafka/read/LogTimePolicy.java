package weir.kafka.read;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.apache.beam.sdk.io.kafka.KafkaRecord;
import org.apache.beam.sdk.io.kafka.TimestampPolicy;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.joda.time.Duration;
import org.joda.time.Instant;
import weir.model.LogRecord;
import weir.model.Times;
import weir.topics.PartitionTime;

/**
 * The watermark is the log time that the partition has reached ({@link PartitionTime}) less a small
 * delay, and elements carry their log time as far as it is between the two. So no record, whatever
 * time its sender wrote into it, makes others late or is late itself. Where records are too few to
 * say what is reached, at the beginning and at the end of a partition, those count that are
 * accepted. Unlike Beam's own policy with a limited delay it lets a partition move that never had a
 * record.
 */
public final class LogTimePolicy extends TimestampPolicy<byte[], byte[]> {
  /**
   * Covers what a record may take from the broker's clock to the end of the log, and clocks apart.
   */
  public static final long DELAY_MILLIS = 2000;

  /**
   * So far behind its newest record, or up to twice as far, all windows of a whole partition are
   * over. It is not the end of time: Spark may take this for the watermark of all partitions, and
   * what others still bring must not be too late to be written.
   *
   * <p>The watermark of a closed partition is a whole number of these. So a reader that is made
   * anew of its mark, as Spark does whenever a batch takes longer than a second, sees that it is
   * closed: closing it once more would add as much again each time, until the others are too late.
   */
  static final long CLOSED_MILLIS = Duration.standardHours(12).getMillis();

  /** After every window, and before the end of Beam's time: for a partition that has no record. */
  static final Instant ALL_CLOSED =
      Instant.ofEpochMilli(
          Math.floorDiv(
                  GlobalWindow.INSTANCE.maxTimestamp().minus(Duration.standardDays(1)).getMillis(),
                  CLOSED_MILLIS)
              * CLOSED_MILLIS);

  private static final long UNKNOWN = BoundedWindow.TIMESTAMP_MIN_VALUE.getMillis();

  private final Idleness idleness;
  private final Predicate<LogRecord> accepted;
  private final LongSupplier wallClock;
  private final PartitionTime records = new PartitionTime();

  /** The last records, of which the newest may be ahead of what is reached. */
  private final Deque<KafkaRecord<byte[], byte[]>> last = new ArrayDeque<>();

  private long watermark;

  /** The log time that the partition has reached. */
  private long reached;

  /** The newest log time of which it is known that it is right. */
  private long newest;

  /** Whether a former reader has closed the partition and nothing was read since. */
  private boolean isClosed;

  LogTimePolicy(
      Idleness idleness,
      Predicate<LogRecord> accepted,
      Optional<Instant> previousWatermark,
      LongSupplier wallClock) {
    this.idleness = idleness;
    this.accepted = accepted;
    this.wallClock = wallClock;
    this.watermark = previousWatermark.orElse(BoundedWindow.TIMESTAMP_MIN_VALUE).getMillis();
    this.reached = watermark == UNKNOWN ? UNKNOWN : watermark + DELAY_MILLIS;
    this.newest = reached;
    this.isClosed = watermark != UNKNOWN && watermark % CLOSED_MILLIS == 0;
  }

  @Override
  public Instant getTimestampForRecord(
      PartitionContext partition, KafkaRecord<byte[], byte[]> record) {
    long time = record.getTimestamp();
    isClosed = false;
    records.add(time);
    reached = Math.max(reached, records.reached().orElse(UNKNOWN));
    if (reached != UNKNOWN) {
      advanceTo(reached - DELAY_MILLIS);
    }
    keep(record);
    if (!Times.isUsable(time) || (reached == UNKNOWN && !isAccepted(record))) {
      return Instant.ofEpochMilli(Math.max(watermark, 0));
    }
    long within = Math.max(watermark, reached == UNKNOWN ? time : Math.min(time, reached));
    newest = Math.max(newest, within);
    return Instant.ofEpochMilli(within);
  }

  private void keep(KafkaRecord<byte[], byte[]> record) {
    if (idleness != Idleness.CLOSE) {
      return;
    }
    if (last.size() == PartitionTime.LOOKED_AT) {
      last.removeFirst();
    }
    last.addLast(record);
  }

  private boolean isAccepted(KafkaRecord<byte[], byte[]> record) {
    return accepted.test(ReadTopic.logRecord(record));
  }

  @Override
  public Instant getWatermark(PartitionContext partition) {
    if (partition.getMessageBacklog() == 0) {
      switch (idleness) {
        case WALL_CLOCK -> {
          // The end of the log was looked up at the check time; later records may be there already.
          long checked = partition.getBacklogCheckTime().getMillis();
          advanceTo(Math.min(wallClock.getAsLong(), checked) - DELAY_MILLIS);
        }
        case CLOSE -> advanceTo(closed());
        case WAIT -> {
          // The next records tell the time.
        }
      }
    }
    return Instant.ofEpochMilli(watermark);
  }

  private long closed() {
    if (isClosed) {
      return watermark;
    }
    while (!last.isEmpty()) {
      KafkaRecord<byte[], byte[]> record = last.removeFirst();
      if (record.getTimestamp() > newest && isAccepted(record)) {
        newest = record.getTimestamp();
      }
    }
    return newest == UNKNOWN
        ? ALL_CLOSED.getMillis()
        : (Math.floorDiv(newest, CLOSED_MILLIS) + 2) * CLOSED_MILLIS;
  }

  private void advanceTo(long time) {
    watermark = Math.max(watermark, time);
  }
}
