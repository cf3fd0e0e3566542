package weir.kafka.restart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import weir.judge.Floor;
import weir.kafka.read.Idleness;

/** Before which log time all partitions were read, by how far each was. */
class FoundFloorTest {
  private static final long NOW = 10_000_000;
  private static final long MINUTE = 60_000;

  private static long floor(Idleness idleness, Progress... all) {
    return FoundFloor.logTime(List.of(all), idleness, NOW);
  }

  private static Progress reading(long lastRead, long firstUnread) {
    return progress(OptionalLong.of(lastRead), OptionalLong.of(firstUnread), false, false);
  }

  private static Progress allRead(long lastRead) {
    return progress(OptionalLong.of(lastRead), OptionalLong.empty(), false, false);
  }

  private static Progress empty() {
    return progress(OptionalLong.empty(), OptionalLong.empty(), true, false);
  }

  private static Progress fewRead(long lastRead) {
    return progress(OptionalLong.of(lastRead), OptionalLong.empty(), true, false);
  }

  private static Progress fewUnread(long firstUnread) {
    return progress(OptionalLong.empty(), OptionalLong.of(firstUnread), true, false);
  }

  private static Progress open(OptionalLong lastRead) {
    return progress(lastRead, OptionalLong.empty(), lastRead.isEmpty(), true);
  }

  private static Progress progress(
      OptionalLong lastRead, OptionalLong firstUnread, boolean few, boolean open) {
    return new Progress(
        new TopicPartition("t", 0),
        0,
        few ? OptionalLong.empty() : lastRead,
        lastRead,
        firstUnread,
        few,
        open);
  }

  @ParameterizedTest
  @EnumSource(Idleness.class)
  void itIsTheOldestRecordThatIsStillToCome(Idleness idleness) {
    assertThat(floor(idleness, reading(40, 50), reading(20, 30), reading(90, 95))).isEqualTo(30);
  }

  @Test
  void aLivePartitionAtRestGoesWithTheClock() {
    assertThat(floor(Idleness.WALL_CLOCK, allRead(5), empty())).isEqualTo(NOW - MINUTE);
    assertThat(floor(Idleness.WALL_CLOCK, allRead(5), reading(20, 30))).isEqualTo(30);
    assertThat(floor(Idleness.WALL_CLOCK, allRead(NOW - 7), allRead(NOW - 9))).isEqualTo(NOW - 9);
  }

  /** It may have been written before others that are read. */
  @Test
  void whatIsInAnOpenTransactionDoesNotGoWithTheClock() {
    assertThat(floor(Idleness.WALL_CLOCK, open(OptionalLong.of(70)), allRead(NOW))).isEqualTo(70);
    assertThat(floor(Idleness.WALL_CLOCK, open(OptionalLong.empty()), allRead(NOW)))
        .isEqualTo(Floor.UNKNOWN);
  }

  /** Log times do not fall within a partition. */
  @Test
  void aReplayedPartitionAtItsEndGoesNoFurtherThanItsLastRecord() {
    assertThat(floor(Idleness.WAIT, reading(40, 50), allRead(20))).isEqualTo(20);
  }

  /** Its first record may have any time. */
  @Test
  void ofAReplayNothingIsKnownWhileAPartitionIsEmpty() {
    assertThat(floor(Idleness.WAIT, reading(40, 50), empty())).isEqualTo(Floor.UNKNOWN);
  }

  @Test
  void ofAFewRecordsOfAReplayNothingIsKnown() {
    assertThat(floor(Idleness.WAIT, fewRead(40))).isEqualTo(Floor.UNKNOWN);
    assertThat(floor(Idleness.WAIT, fewUnread(40))).isEqualTo(Floor.UNKNOWN);
    assertThat(floor(Idleness.CLOSE, fewUnread(40))).isEqualTo(Floor.UNKNOWN);
  }

  @Test
  void fromACompleteLogNothingComesWhereAllIsRead() {
    assertThat(floor(Idleness.CLOSE, reading(40, 50), allRead(20), fewRead(3), empty()))
        .isEqualTo(50);
  }

  @Test
  void atTheEndOfACompleteLogNothingIsLeftToCompareWith() {
    assertThat(floor(Idleness.CLOSE, allRead(20), empty())).isEqualTo(Floor.UNKNOWN);
  }
}
