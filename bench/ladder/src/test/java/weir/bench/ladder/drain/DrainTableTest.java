package weir.bench.ladder.drain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import weir.bench.ladder.arena.Contestant;
import weir.bench.ladder.round.Run;

/** What the rounds of all contestants come to. */
class DrainTableTest {
  private static Run run(Contestant contestant, int round, @Nullable Double speed, String verdict) {
    return new Run(
        contestant.label(),
        round,
        1000,
        verdict,
        speed,
        speed,
        speed,
        10.0,
        20.0,
        null,
        null,
        null,
        7,
        5);
  }

  @Test
  void mediansSpreadsAndRatios() {
    List<Run> runs =
        List.of(
            run(Contestant.PLAIN, 1, 400.0, "exact"),
            run(Contestant.NATIVE_FLINK, 1, 200.0, "exact"),
            run(Contestant.WEIR_FLINK, 1, 90.0, "exact"),
            run(Contestant.WEIR_FLINK, 2, 100.0, "exact"),
            run(Contestant.WEIR_FLINK, 3, 120.0, "exact"));
    assertThat(new DrainTable(runs).table().markdown())
        .contains(
            "| weir-flink | 1,000 | 100 (90–120) | 0.50 | 0.25 | 100 (90–120) | 100 (90–120) | 10 | 20 | - | - |"
                + " - | 7 | 5 | exact |")
        .contains("| native-flink | 1,000 | 200 | - | 0.50 |");
  }

  @Test
  void whoIsWrongHasNoSpeedAndNoRatio() {
    List<Run> runs =
        List.of(
            run(Contestant.PLAIN, 1, 400.0, "exact"),
            run(Contestant.WEIR_SPARK, 1, null, "WRONG: 1 missing"));
    assertThat(new DrainTable(runs).table().markdown())
        .contains("| weir-spark | 1,000 | - | - | - | - | - | 10 | 20 |", "| WRONG: 1 missing |");
  }
}
