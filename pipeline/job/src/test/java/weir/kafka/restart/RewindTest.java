package weir.kafka.restart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** Before which log time all was judged and written, given how far each partition was read. */
class RewindTest {
  private static final long NOW = 10_000_000;
  private static final long MINUTE = 60_000;
  private static final boolean LIVE = true;
  private static final boolean REPLAYED = false;
  private static final long NOTHING = Long.MIN_VALUE;

  private static Progress reading(long lastRead, long firstUnread) {
    return progress(OptionalLong.of(lastRead), OptionalLong.of(firstUnread));
  }

  private static Progress allRead(long lastRead) {
    return progress(OptionalLong.of(lastRead), OptionalLong.empty());
  }

  private static Progress notBegun(long firstUnread) {
    return progress(OptionalLong.empty(), OptionalLong.of(firstUnread));
  }

  private static Progress empty() {
    return progress(OptionalLong.empty(), OptionalLong.empty());
  }

  private static Progress progress(OptionalLong lastRead, OptionalLong firstUnread) {
    return new Progress(
        new TopicPartition("t", 0),
        0,
        lastRead,
        lastRead,
        firstUnread,
        /* few= */ false,
        /* open= */ false);
  }

  private static long newFrom(boolean live, long span, Progress... all) {
    return Rewind.newFrom(List.of(all), live, NOW, span);
  }

  @Test
  void isTheOldestRecordThatWasNotRead() {
    assertThat(newFrom(REPLAYED, 0, reading(40, 50), reading(20, 30), reading(90, 95)))
        .isEqualTo(30);
  }

  /** Log times do not fall within a partition. */
  @Test
  void whatIsStillToComeInAReplayedPartitionIsNotOlderThanItsLastRecord() {
    assertThat(newFrom(REPLAYED, 0, reading(40, 50), allRead(20))).isEqualTo(20);
  }

  /** The brokers' clock writes log times; a partition may rest for a day. */
  @Test
  void whatIsStillToComeInALivePartitionIsOfToday() {
    assertThat(newFrom(LIVE, 0, allRead(20), empty())).isEqualTo(NOW - MINUTE);
    assertThat(newFrom(LIVE, 0, allRead(NOW - 5))).isEqualTo(NOW - 5);
  }

  /** What follows cannot be read yet, and was written before now. */
  @Test
  void whatIsInAnOpenTransactionMayBeAsOldAsTheLastRecord() {
    assertThat(newFrom(LIVE, 0, behindTransaction(OptionalLong.of(20)), allRead(30))).isEqualTo(20);
    assertThat(newFrom(LIVE, 0, behindTransaction(OptionalLong.empty()))).isEqualTo(NOTHING);
  }

  private static Progress behindTransaction(OptionalLong lastRead) {
    return new Progress(
        new TopicPartition("t", 0),
        0,
        lastRead,
        lastRead,
        OptionalLong.empty(),
        /* few= */ false,
        /* open= */ true);
  }

  @Test
  void withoutAnyRecordReadNothingIsKnown() {
    assertThat(newFrom(REPLAYED, 0, empty(), empty())).isEqualTo(NOTHING);
  }

  @Test
  void whatWasNeverReadCountsFromItsFirstRecord() {
    assertThat(newFrom(REPLAYED, 0, notBegun(7), reading(40, 50))).isEqualTo(7);
  }

  /** The watermark is two seconds behind the slowest partition: its span was still open. */
  @Test
  void ofALakeTheOpenSpanIsNotWritten() {
    assertThat(newFrom(REPLAYED, MINUTE, reading(200_000, 200_500), reading(190_000, 900_000)))
        .isEqualTo(3 * MINUTE);
    assertThat(newFrom(REPLAYED, MINUTE, reading(181_000, 181_500))).isEqualTo(2 * MINUTE);
  }

  /** No span of any partition ends while one has no watermark. */
  @Test
  void ofALakeNothingIsSureWhileAPartitionHadNoRecord() {
    assertThat(newFrom(REPLAYED, MINUTE, reading(200_000, 200_500), empty())).isEqualTo(NOTHING);
    assertThat(newFrom(LIVE, MINUTE, reading(200_000, 200_500), notBegun(190_000)))
        .isEqualTo(NOTHING);
  }

  @Test
  void ofALakeALivePartitionAtRestHoldsNothingUp() {
    assertThat(newFrom(LIVE, MINUTE, reading(900_000, 900_500), allRead(5))).isEqualTo(13 * MINUTE);
  }
}
