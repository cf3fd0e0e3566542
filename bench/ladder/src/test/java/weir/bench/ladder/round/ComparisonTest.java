package weir.bench.ladder.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who is right, and what is said of who is not. */
class ComparisonTest {
  private static final Map<String, String> EXPECTED = Map.of("a", "{1}", "b", "{2}");

  @Test
  void theSameTableIsExact() {
    assertThat(Comparison.of(EXPECTED, Map.of("b", "{2}", "a", "{1}"), 0)).hasToString("exact");
  }

  @Test
  void aMissingAlertIsWrong() {
    wrong(Comparison.of(EXPECTED, Map.of("a", "{1}"), 0), "1 missing, 0 extra, 0 different, 0");
  }

  @Test
  void anExtraAlertIsWrong() {
    Map<String, String> more = Map.of("a", "{1}", "b", "{2}", "c", "{3}");
    wrong(Comparison.of(EXPECTED, more, 0), "0 missing, 1 extra, 0 different, 0");
  }

  @Test
  void anAlertThatSaysSomethingElseIsWrong() {
    Map<String, String> other = Map.of("a", "{1}", "b", "{20}");
    wrong(Comparison.of(EXPECTED, other, 0), "0 missing, 0 extra, 1 different, 0");
  }

  @Test
  void recordsThatContradictEachOtherAreWrong() {
    wrong(Comparison.of(EXPECTED, EXPECTED, 1), "0 missing, 0 extra, 0 different, 1");
  }

  private static void wrong(Comparison comparison, String figures) {
    assertThat(comparison.isRight()).isFalse();
    assertThat(comparison).hasToString("WRONG: " + figures + " contradictions");
  }
}
