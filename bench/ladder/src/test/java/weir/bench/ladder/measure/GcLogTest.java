package weir.bench.ladder.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is read from the lines that a JVM writes about its collections. */
class GcLogTest {
  private static final long MEGABYTE = 1 << 20;
  private static final List<String> LINES =
      List.of(
          "[1000ms] Using G1",
          "[2000ms] GC(0) Pause Young (Normal) (G1 Evacuation Pause) 100M->20M(512M) 5.123ms",
          "[2500ms] GC(1) Concurrent Mark Cycle",
          "[3000ms] GC(1) Pause Remark 70M->60M(512M) 2.100ms",
          "[3500ms] GC(1) Concurrent Mark Cycle 12.000ms",
          "[4000ms] GC(2) Pause Full (Ergonomics) 160M->30M(512M) 40.000ms",
          "[9000ms] GC(3) Pause Young (Concurrent Start) (G1 Humongous Allocation) 130M->40M(512M)"
              + " 1.000ms");

  @Test
  void theLargestLiveHeapIsWhatACollectionLeft() {
    assertThat(GcLog.parse(LINES).largestLive()).hasValue(60 * MEGABYTE);
  }

  @Test
  void whatIsAllocatedIsWhatTheHeapGrewByBetweenCollections() {
    // 50 MB up to the second and 100 MB up to the third collection, in two seconds.
    assertThat(GcLog.parse(LINES).allocationPerSecond(1500, 5000).orElse(0))
        .isCloseTo(75.0 * MEGABYTE, within(1.0));
  }

  @Test
  void oneCollectionTellsNothingOfAllocation() {
    assertThat(GcLog.parse(LINES).allocationPerSecond(1500, 2500)).isEmpty();
    assertThat(GcLog.parse(List.of()).largestLive()).isEmpty();
  }
}
