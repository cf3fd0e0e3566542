package weir.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.apache.beam.sdk.io.kafka.KafkaRecord;
import org.apache.beam.sdk.io.kafka.KafkaTimestampType;
import org.apache.beam.sdk.io.kafka.TimestampPolicy.PartitionContext;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.joda.time.Instant;
import org.junit.jupiter.api.Test;

class LogTimePolicyTest {
  private static final long NOW = 1_000_000;

  private final PartitionContext readToItsEnd = new Partition(0);
  private final PartitionContext behind = new Partition(7);

  private static LogTimePolicy policy(Idleness idleness) {
    return new LogTimePolicy(idleness, Optional.empty(), () -> NOW);
  }

  private static KafkaRecord<byte[], byte[]> record(long time) {
    return new KafkaRecord<>(
        "t", 0, 0, time, KafkaTimestampType.LOG_APPEND_TIME, null, new byte[0], new byte[0]);
  }

  private static Instant at(long time) {
    return Instant.ofEpochMilli(time);
  }

  @Test
  void followsTheNewestLogTimeAtADistanceAndNeverFalls() {
    LogTimePolicy policy = policy(Idleness.WAIT);
    assertThat(policy.getTimestampForRecord(behind, record(5000))).isEqualTo(at(5000));
    assertThat(policy.getWatermark(behind)).isEqualTo(at(5000 - LogTimePolicy.DELAY_MILLIS));
    assertThat(policy.getTimestampForRecord(behind, record(4000))).isEqualTo(at(4000));
    assertThat(policy.getWatermark(behind)).isEqualTo(at(5000 - LogTimePolicy.DELAY_MILLIS));
  }

  @Test
  void aLivePartitionThatNeverHadARecordMovesWithTheClock() {
    assertThat(policy(Idleness.WALL_CLOCK).getWatermark(readToItsEnd))
        .isEqualTo(at(NOW - LogTimePolicy.DELAY_MILLIS));
  }

  @Test
  void aLivePartitionWithABacklogDoesNot() {
    assertThat(policy(Idleness.WALL_CLOCK).getWatermark(behind))
        .isEqualTo(BoundedWindow.TIMESTAMP_MIN_VALUE);
  }

  @Test
  void aReplayedPartitionWaits() {
    assertThat(policy(Idleness.WAIT).getWatermark(readToItsEnd))
        .isEqualTo(BoundedWindow.TIMESTAMP_MIN_VALUE);
  }

  @Test
  void aWholeReplayClosesAllWindowsAtItsEnd() {
    LogTimePolicy policy = policy(Idleness.CLOSE);
    assertThat(policy.getWatermark(behind)).isEqualTo(BoundedWindow.TIMESTAMP_MIN_VALUE);
    assertThat(policy.getWatermark(readToItsEnd)).isEqualTo(LogTimePolicy.ALL_CLOSED);
  }

  /** Others may still bring records that are as old, and must not find all windows forgotten. */
  @Test
  void aWholeReplayClosesThemNotLongAfterItsLastRecord() {
    LogTimePolicy policy = policy(Idleness.CLOSE);
    policy.getTimestampForRecord(behind, record(5000));
    assertThat(policy.getWatermark(readToItsEnd))
        .isEqualTo(at(5000 + LogTimePolicy.CLOSED_AFTER_MILLIS));
  }

  @Test
  void goesOnWhereACheckpointEnded() {
    LogTimePolicy policy = new LogTimePolicy(Idleness.WAIT, Optional.of(at(77)), () -> NOW);
    assertThat(policy.getWatermark(behind)).isEqualTo(at(77));
  }

  private static final class Partition extends PartitionContext {
    private final long backlog;

    Partition(long backlog) {
      this.backlog = backlog;
    }

    @Override
    public long getMessageBacklog() {
      return backlog;
    }

    @Override
    public Instant getBacklogCheckTime() {
      return at(NOW + 5);
    }
  }
}
