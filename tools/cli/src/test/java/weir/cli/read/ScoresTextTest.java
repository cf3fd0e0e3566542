package weir.cli.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import weir.labels.RuleScores;
import weir.labels.RuleScores.OfMoney;
import weir.labels.RuleScores.OfRule;

/** How right rules have been, as people and programs read it. */
class ScoresTextTest {
  private static final RuleScores SCORES =
      new RuleScores(
          List.of(
              new OfRule(
                  "velocity",
                  2,
                  "live",
                  1200,
                  900,
                  200,
                  100,
                  new BigDecimal("0.7500"),
                  new BigDecimal("0.3333"),
                  sums(Map.of("EUR", "1234.5", "KWD", "0.125")),
                  sums(Map.of("EUR", "0", "KWD", "7"))),
              new OfRule(
                  "trial", 1, "shadow", 0, 0, 0, 0, null, null, sums(Map.of()), sums(Map.of()))),
          List.of(new OfMoney("EUR", 3, 1, new BigDecimal("1234.5"), new BigDecimal("99"))));

  private static SortedMap<String, BigDecimal> sums(Map<String, String> of) {
    SortedMap<String, BigDecimal> sums = new TreeMap<>();
    of.forEach((currency, sum) -> sums.put(currency, new BigDecimal(sum)));
    return sums;
  }

  @Test
  void peopleGetTables() {
    assertThat(ScoresText.table(SCORES).lines().map(line -> line.strip().replaceAll("  +", " | ")))
        .contains(
            "velocity | 2 | live | 1,200 | 900 | 200 | 100 | 75.0 % | 33.3 %",
            "velocity | 2 | live | EUR | 1,234.50 | 0.00",
            "velocity | 2 | live | KWD | 0.125 | 7.00",
            "trial | 1 | shadow | 0 | 0 | 0 | 0",
            "EUR | 3 | 1 | 1,234.50 | 99.00");
  }

  @Test
  void programsGetNumbers() {
    assertThat(ScoresText.json(SCORES))
        .contains("\"rule\":\"velocity\",\"version\":2,\"mode\":\"live\",\"alerts\":1200")
        .contains("\"precision\":0.7500,\"recall\":0.3333")
        .contains("\"caught\":{\"EUR\":1234.5,\"KWD\":0.125}")
        .contains("\"precision\":null,\"recall\":null,\"caught\":{}")
        .contains("{\"currency\":\"EUR\",\"frauds\":3,\"flagged\":1,\"caught\":1234.5");
  }
}
