package weir.bench.ladder.latency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The greatest rate that holds is found from below, from above, and in time. */
class BisectionTest {
  private final List<Double> probed = new ArrayList<>();

  private double search(double start, double limit, int most) {
    return new Bisection(.05, most)
        .search(
            start,
            rate -> {
              probed.add(rate);
              return rate <= limit;
            });
  }

  @Test
  void doublesFromBelowAndThenCloses() {
    assertThat(search(1000, 3300, 20)).isBetween(3300 * .95, 3300.0);
    assertThat(probed.subList(0, 4)).containsExactly(1000.0, 2000.0, 4000.0, 3000.0);
  }

  @Test
  void halvesFromAbove() {
    assertThat(search(1000, 130, 20)).isBetween(130 * .95, 130.0);
    assertThat(probed.subList(0, 4)).containsExactly(1000.0, 500.0, 250.0, 125.0);
  }

  @Test
  void givesUpInTimeWithWhatWasSeenToHold() {
    assertThat(search(1000, 3300, 3)).isEqualTo(2000);
    assertThat(probed).hasSize(3);
  }

  @Test
  void nothingHolds() {
    assertThat(search(1000, 0, 4)).isZero();
  }
}
