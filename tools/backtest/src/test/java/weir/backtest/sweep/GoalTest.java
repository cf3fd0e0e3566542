package weir.backtest.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weir.backtest.answer.Figures;
import weir.backtest.answer.Hits;
import weir.failure.MisuseException;

/** Which value is the best. */
class GoalTest {
  private static final Map<String, Integer> EUR = Map.of("EUR", 100);

  private static Tried tried(String value, long frauds, long honest, Map<String, Integer> caught) {
    Hits hits =
        new Hits(frauds, honest, /* unlabelled= */ 0, /* inSight= */ 10, money(caught), money(EUR));
    return new Tried(
        value, false, new Figures(frauds + honest, 0, 1, hits), /* alone= */ 0, /* together= */ 0);
  }

  private static SortedMap<String, BigDecimal> money(Map<String, Integer> paid) {
    SortedMap<String, BigDecimal> money = new TreeMap<>();
    paid.forEach((currency, sum) -> money.put(currency, BigDecimal.valueOf(sum)));
    return money;
  }

  private static final List<Tried> TRIED =
      List.of(
          tried("wide", 9, 60, Map.of("EUR", 100)),
          tried("middle", 7, 5, Map.of("EUR", 300)),
          tried("narrow", 2, 0, Map.of("EUR", 20)),
          tried("none", 0, 0, Map.of()));

  @ParameterizedTest
  @CsvSource({
    "f1,middle",
    "precision,narrow",
    "recall,wide",
    "caught,middle",
    "falseAlarmsPerFraud,narrow"
  })
  void theBestIsNamed(String goal, String best) {
    assertThat(Goal.named(goal).best(TRIED)).map(Tried::value).contains(best);
  }

  @Test
  void f1IsTheHarmonicMean() {
    // Precision 7/12 and recall 7/10.
    assertThat(Goal.F1.reached(TRIED.get(1)).orElseThrow())
        .isEqualTo(2 / (12.0 / 7 + 10.0 / 7), offset(1e-12));
  }

  @Test
  void ofEqualsTheOneWithFewerAlertsIsBest() {
    assertThat(Goal.RECALL.best(List.of(tried("a", 5, 9, EUR), tried("b", 5, 3, EUR))))
        .map(Tried::value)
        .contains("b");
  }

  @Test
  void withoutLabelsNoneIs() {
    Tried unlabelled = new Tried("a", true, new Figures(3, 1, 1, /* hits= */ null), 3, 3);
    assertThat(Goal.F1.best(List.of(unlabelled))).isEmpty();
  }

  @Test
  void misspeltGoalsAreRefused() {
    assertThat(Goal.named(null)).isEqualTo(Goal.F1);
    assertThatThrownBy(() -> Goal.named("precison"))
        .isInstanceOf(MisuseException.class)
        .hasMessage(
            "--goal: found 'precison', expected one of f1, precision, recall, caught,"
                + " falseAlarmsPerFraud; did you mean 'precision'?");
  }
}
