package weir.io;

import java.util.Optional;
import java.util.function.LongSupplier;
import org.apache.beam.sdk.io.kafka.KafkaRecord;
import org.apache.beam.sdk.io.kafka.TimestampPolicy;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.joda.time.Duration;
import org.joda.time.Instant;

/**
 * Elements carry their log time, and the watermark is the newest log time less a small delay.
 * Unlike Beam's own policy with a limited delay it lets a partition move that never had a record.
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

  private final Idleness idleness;
  private final LongSupplier wallClock;
  private long watermark;
  private Optional<Long> newest;

  LogTimePolicy(Idleness idleness, Optional<Instant> previousWatermark, LongSupplier wallClock) {
    this.idleness = idleness;
    this.wallClock = wallClock;
    this.watermark = previousWatermark.orElse(BoundedWindow.TIMESTAMP_MIN_VALUE).getMillis();
    this.newest =
        previousWatermark
            .filter(reached -> reached.isAfter(BoundedWindow.TIMESTAMP_MIN_VALUE))
            .map(reached -> reached.getMillis() + DELAY_MILLIS);
  }

  @Override
  public Instant getTimestampForRecord(
      PartitionContext partition, KafkaRecord<byte[], byte[]> record) {
    advanceTo(record.getTimestamp() - DELAY_MILLIS);
    newest = Optional.of(Math.max(record.getTimestamp(), newest.orElse(record.getTimestamp())));
    return Instant.ofEpochMilli(record.getTimestamp());
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
        case CLOSE -> advanceTo(newest.map(LogTimePolicy::closed).orElse(ALL_CLOSED.getMillis()));
        case WAIT -> {
          // The next record tells the time.
        }
      }
    }
    return Instant.ofEpochMilli(watermark);
  }

  private static long closed(long newest) {
    return newest + CLOSED_AFTER_MILLIS;
  }

  private void advanceTo(long time) {
    watermark = Math.max(watermark, time);
  }
}
