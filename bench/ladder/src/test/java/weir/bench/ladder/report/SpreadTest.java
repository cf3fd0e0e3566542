package weir.bench.ladder.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Medians, spreads and ratios. */
class SpreadTest {
  @Test
  void ofAnOddNumberTheMiddleOne() {
    assertThat(Spread.of(List.of(30.0, 10.0, 20.0))).contains(new Spread(20, 10, 30));
  }

  @Test
  void ofAnEvenNumberTheMeanOfTheMiddle() {
    assertThat(Spread.of(List.of(40.0, 10.0, 20.0, 30.0))).contains(new Spread(25, 10, 40));
  }

  @Test
  void ofNothingNothing() {
    assertThat(Spread.of(List.of())).isEmpty();
  }

  @Test
  void aRatioIsThatOfTheMedians() {
    assertThat(new Spread(50, 1, 99).ratioTo(new Spread(200, 3, 400))).isCloseTo(.25, within(1e-9));
  }
}
