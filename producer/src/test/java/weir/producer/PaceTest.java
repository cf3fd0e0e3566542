package weir.producer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaceTest {
  @Test
  void everyRecordHasItsInstantWhateverHappenedBefore() {
    Pace pace = new Pace(1000, 50);
    assertThat(pace.dueNanos(0)).isEqualTo(1000);
    assertThat(pace.dueNanos(1)).isEqualTo(1000 + 20_000_000);
    assertThat(pace.dueNanos(50)).isEqualTo(1000 + 1_000_000_000);
    assertThat(pace.dueNanos(4_320_000)).isEqualTo(1000 + 86_400_000_000_000L);
  }
}
