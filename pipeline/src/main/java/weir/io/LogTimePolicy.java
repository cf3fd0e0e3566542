package weir.io;

import java.util.Optional;
import java.util.function.LongSupplier;
import org.apache.beam.sdk.io.kafka.KafkaRecord;
import org.apache.beam.sdk.io.kafka.TimestampPolicy;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.joda.time.Duration;
import org.joda.time.Instant;
import weir.model.Times;

/**
 * The watermark is the log time that the partition has reached ({@link PartitionTime}) less a small
 * delay, and elements carry their log time as far as it is between the two. So no record, whatever
 * time its sender wrote into it, makes others late or is late itself. Unlike Beam's own policy with
 * a limited delay it lets a partition move that never had a record.
 */
final class LogTimePolicy extends TimestampPolicy<byte[], byte[]> {
  /**
   * Covers what a record may take from the broker's clock to the end of the log, and clocks apart.
   */
  static final long DELAY_MILLIS = 2000;

  /**
   * So far behind its newest record all windows of a whole partition are over. It is not the end of
   * time: Spark may take this for the watermark of all partitions, and what others still bring must
   * not be too late to be written.
   */
  static final long CLOSED_AFTER_MILLIS = Duration.standardHours(20).getMillis();

  /** After every window, and before the end of Beam's time: for a partition that has no record. */
  static final Instant ALL_CLOSED =
      GlobalWindow.INSTANCE.maxTimestamp().minus(Duration.standardDays(1));

  private static final long UNKNOWN = BoundedWindow.TIMESTAMP_MIN_VALUE.getMillis();

  private final Idleness idleness;
  private final LongSupplier wallClock;
  private final PartitionTime records = new PartitionTime();
  private long watermark;

  /** The log time that the partition has reached. */
  private long reached;

  /** The latest time that an element was given. */
  private long handedOut;

  /** The log time of the last record that has one. */
  private long last = UNKNOWN;

  LogTimePolicy(Idleness idleness, Optional<Instant> previousWatermark, LongSupplier wallClock) {
    this.idleness = idleness;
    this.wallClock = wallClock;
    this.watermark = previousWatermark.orElse(BoundedWindow.TIMESTAMP_MIN_VALUE).getMillis();
    this.reached = watermark == UNKNOWN ? UNKNOWN : watermark + DELAY_MILLIS;
    this.handedOut = reached;
  }

  @Override
  public Instant getTimestampForRecord(
      PartitionContext partition, KafkaRecord<byte[], byte[]> record) {
    long time = record.getTimestamp();
    records.add(time);
    reached = Math.max(reached, records.reached().orElse(UNKNOWN));
    if (reached != UNKNOWN) {
      advanceTo(reached - DELAY_MILLIS);
    }
    if (!Times.isUsable(time)) {
      return Instant.ofEpochMilli(Math.max(watermark, 0));
    }
    long most = reached == UNKNOWN ? time : Math.min(time, reached);
    long within = Math.max(watermark, most);
    handedOut = Math.max(handedOut, within);
    last = time;
    return Instant.ofEpochMilli(within);
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

  /** The last record is near the end of the partition's time; one before it may be far ahead. */
  private long closed() {
    long end = Math.max(handedOut, last);
    return end == UNKNOWN ? ALL_CLOSED.getMillis() : end + CLOSED_AFTER_MILLIS;
  }

  private void advanceTo(long time) {
    watermark = Math.max(watermark, time);
  }
}
