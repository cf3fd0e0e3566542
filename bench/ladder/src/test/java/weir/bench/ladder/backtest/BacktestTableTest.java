package weir.bench.ladder.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the rounds of a back-test come to. */
class BacktestTableTest {
  private static BacktestRun run(int round, double seconds) {
    return new BacktestRun(
        TriedBook.LIMITS.label(), round, 2_000_000, 7, seconds, 2 * seconds, 3 << 20);
  }

  @Test
  void mediansAndSpreads() {
    assertThat(BacktestTable.of(List.of(run(1, 20), run(2, 40), run(3, 25))).markdown())
        .contains(
            "| other limits | 2,000,000 | 7 | 80,000 (50,000–100,000) | 25 (20–40) | 50 (40–80) |"
                + " 25 (20–40) | 3.0 |")
        .doesNotContain("two keys");
  }
}
