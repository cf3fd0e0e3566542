package weir.bench.ladder.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import weir.bench.ladder.report.Slope.Point;

/** Growth as one figure. */
class SlopeTest {
  @Test
  void ofALine() {
    assertThat(Slope.of(List.of(new Point(0, 5), new Point(2, 6), new Point(4, 7))))
        .isCloseTo(.5, within(1e-9));
  }

  @Test
  void ofOnePointThereIsNone() {
    assertThat(Slope.of(List.of(new Point(3, 5)))).isZero();
  }

  @Test
  void theExponentOfASquareIsTwo() {
    assertThat(Slope.exponent(List.of(new Point(1, 3), new Point(10, 300), new Point(100, 30_000))))
        .isCloseTo(2, within(1e-9));
  }
}
