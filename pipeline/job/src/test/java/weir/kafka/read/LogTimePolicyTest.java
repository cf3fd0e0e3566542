package weir.kafka.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.io.kafka.KafkaRecord;
import org.apache.beam.sdk.io.kafka.KafkaTimestampType;
import org.apache.beam.sdk.io.kafka.TimestampPolicy.PartitionContext;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.joda.time.Instant;
import org.junit.jupiter.api.Test;
import weir.model.LogRecord;

class LogTimePolicyTest {
  private static final long NOW = 1_000_000;
  private static final long YEAR_5000 = 95_617_584_000_000L;

  private final PartitionContext readToItsEnd = new Partition(0);
  private final PartitionContext behind = new Partition(7);

  private static LogTimePolicy policy(Idleness idleness) {
    return new LogTimePolicy(idleness, LogTimePolicyTest::isAccepted, Optional.empty(), () -> NOW);
  }

  private static boolean isAccepted(LogRecord record) {
    return record.position().time() > 1000 && record.position().time() < YEAR_5000;
  }

  private static KafkaRecord<byte[], byte[]> record(long time) {
    return new KafkaRecord<>(
        "t", 0, 0, time, KafkaTimestampType.LOG_APPEND_TIME, null, new byte[0], new byte[0]);
  }

  private static Instant at(long time) {
    return Instant.ofEpochMilli(time);
  }

  private Instant take(LogTimePolicy policy, long... times) {
    Instant last = BoundedWindow.TIMESTAMP_MIN_VALUE;
    for (long time : times) {
      Instant before = policy.getWatermark(behind);
      last = policy.getTimestampForRecord(behind, record(time));
      assertThat(policy.getWatermark(behind)).isGreaterThanOrEqualTo(before);
      assertThat(last).isGreaterThanOrEqualTo(before);
    }
    return last;
  }

  private Instant reached(LogTimePolicy policy) {
    return at(policy.getWatermark(behind).getMillis() + LogTimePolicy.DELAY_MILLIS);
  }

  @Test
  void followsTheLogTimeAThreeRecordsDistance() {
    LogTimePolicy policy = policy(Idleness.WAIT);
    assertThat(take(policy, 5000, 6000, 7000)).isEqualTo(at(7000));
    assertThat(policy.getWatermark(behind)).isEqualTo(BoundedWindow.TIMESTAMP_MIN_VALUE);
    assertThat(take(policy, 8000)).isEqualTo(at(5000));
    assertThat(reached(policy)).isEqualTo(at(5000));
    take(policy, 9000, 10_000, 11_000, 12_000);
    assertThat(reached(policy)).isEqualTo(at(9000));
  }

  /** Whatever a sender wrote, others must not be late for it. */
  @Test
  void threeOfSevenRecordsMayHaveAnyTime() {
    LogTimePolicy policy = policy(Idleness.WAIT);
    take(policy, 5000, 5000, 5000, 5000, 6000, YEAR_5000, YEAR_5000, 0, 7000);
    assertThat(reached(policy)).isEqualTo(at(6000));
    take(policy, 8000, YEAR_5000, 9000, 9000, 1, 9000);
    assertThat(reached(policy)).isEqualTo(at(9000));
  }

  @Test
  void aPartitionMayBeginWithThem() {
    LogTimePolicy policy = policy(Idleness.WAIT);
    assertThat(take(policy, YEAR_5000, YEAR_5000, 1)).isEqualTo(at(0));
    assertThat(take(policy, 5000)).isEqualTo(at(1));
    take(policy, 5000, 5000, 5000);
    assertThat(reached(policy)).isEqualTo(at(5000));
  }

  /** An element before the watermark would be dropped, and one far ahead wait for ever. */
  @Test
  void anElementsTimeIsNearThePartitions() {
    LogTimePolicy policy = policy(Idleness.WAIT);
    take(policy, 5000, 5000, 5000, 5000);
    assertThat(take(policy, YEAR_5000)).isEqualTo(at(5000));
    assertThat(take(policy, 0)).isEqualTo(at(5000 - LogTimePolicy.DELAY_MILLIS));
  }

  @Test
  void whatIsNoTimeSaysNothing() {
    LogTimePolicy policy = policy(Idleness.WAIT);
    long[] none = {Long.MAX_VALUE, -1, Long.MIN_VALUE, 253_402_300_800_000L};
    assertThat(take(policy, none)).isEqualTo(at(0));
    assertThat(policy.getWatermark(behind)).isEqualTo(BoundedWindow.TIMESTAMP_MIN_VALUE);
    take(policy, 5000, 5000, 5000, 5000);
    assertThat(take(policy, none)).isEqualTo(at(5000 - LogTimePolicy.DELAY_MILLIS));
    assertThat(reached(policy)).isEqualTo(at(5000));
  }

  @Test
  void aWholeReplayClosesWhatItHasThoughARecordIsFarAhead() {
    LogTimePolicy policy = policy(Idleness.CLOSE);
    take(policy, YEAR_5000, 5000, 5000, 5000, 5000, Long.MAX_VALUE, 900_000_000, YEAR_5000, 1);
    assertThat(policy.getWatermark(readToItsEnd)).isEqualTo(at(22 * LogTimePolicy.CLOSED_MILLIS));
    assertThat(900_000_000 / LogTimePolicy.CLOSED_MILLIS).isEqualTo(20);
  }

  @Test
  void ofAPartitionThatHasNothingElseNoWindowIsWaitedFor() {
    LogTimePolicy policy = policy(Idleness.CLOSE);
    take(policy, YEAR_5000, Long.MAX_VALUE, 1);
    assertThat(policy.getWatermark(readToItsEnd)).isEqualTo(LogTimePolicy.ALL_CLOSED);
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
    assertThat(policy.getWatermark(readToItsEnd)).isEqualTo(at(2 * LogTimePolicy.CLOSED_MILLIS));
  }

  /** Spark makes a reader anew whenever a batch takes longer than a second. */
  @Test
  void aReaderOfAClosedPartitionThatIsMadeAnewDoesNotGoOnClosingIt() {
    LogTimePolicy policy = policy(Idleness.CLOSE);
    take(policy, 5000, 6000, 7000, 8000);
    Instant closed = policy.getWatermark(readToItsEnd);
    for (Instant mark : List.of(closed, LogTimePolicy.ALL_CLOSED)) {
      LogTimePolicy anew =
          new LogTimePolicy(
              Idleness.CLOSE, LogTimePolicyTest::isAccepted, Optional.of(mark), () -> NOW);
      assertThat(anew.getWatermark(behind)).isEqualTo(mark);
      assertThat(anew.getWatermark(readToItsEnd)).isEqualTo(mark);
    }
  }

  @Test
  void aReaderThatIsMadeAnewBeforeItsEndClosesThePartition() {
    LogTimePolicy anew =
        new LogTimePolicy(
            Idleness.CLOSE, LogTimePolicyTest::isAccepted, Optional.of(at(5000)), () -> NOW);
    assertThat(anew.getWatermark(readToItsEnd)).isEqualTo(at(2 * LogTimePolicy.CLOSED_MILLIS));
  }

  @Test
  void goesOnWhereACheckpointEnded() {
    LogTimePolicy policy =
        new LogTimePolicy(
            Idleness.WAIT, LogTimePolicyTest::isAccepted, Optional.of(at(77)), () -> NOW);
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
