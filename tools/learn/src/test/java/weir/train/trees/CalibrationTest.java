package weir.train.trees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import weir.learn.ScoreTable;
import weir.train.rows.Part;
import weir.train.rows.Rows;
import weir.train.rows.Split;

/** A curve is fitted to what margins turned out to mean. */
class CalibrationTest {
  private static final int ROWS = 50_000;

  private final long[] margins = new long[ROWS];

  /** Frauds with the probability that slope and offset say. */
  private Part drawn(double slope, double offset) {
    SplittableRandom random = new SplittableRandom(5);
    Rows.Builder rows = Rows.builder(1);
    for (int i = 0; i < ROWS; i++) {
      double margin = random.nextDouble(-6, 4);
      margins[i] = Math.round(margin * Levels.UNIT);
      boolean fraud = random.nextDouble() < Calibration.logistic(slope * margin + offset);
      rows.add(new long[] {0}, i, "u", fraud ? i : Rows.NEVER);
    }
    return new Split(0, 0, /* testTo= */ Long.MAX_VALUE, /* gapMillis= */ 0)
        .parts(rows.build())
        .tested();
  }

  @Test
  void findsTheCurveThatFraudsWereDrawnFrom() {
    Calibration found = Calibration.fit(margins, drawn(/* slope= */ 0.8, /* offset= */ -1.5));
    assertThat(found.slope()).isCloseTo(0.8, within(0.03));
    assertThat(found.offset()).isCloseTo(-1.5, within(0.05));
  }

  /** At the best place the probabilities add up to as many frauds as there were. */
  @Test
  void expectsAsManyFraudsAsThereWere() {
    Part part = drawn(/* slope= */ 2.5, /* offset= */ 3);
    Calibration found = Calibration.fit(margins, part);
    double expected =
        Arrays.stream(margins)
            .mapToDouble(
                each -> Calibration.logistic(found.slope() * each / Levels.UNIT + found.offset()))
            .sum();
    assertThat(expected).isCloseTo(part.frauds(), within(2.0));
  }

  @Test
  void itsTableRoundsProbabilities() {
    Calibration calibration = new Calibration(/* slope= */ 0.5, /* offset= */ -1);
    ScoreTable table = calibration.table();
    for (double margin = -20; margin < 20; margin += 0.37) {
      double probability = Calibration.logistic(0.5 * margin - 1);
      assertThat((long) table.score(Math.round(margin * Levels.UNIT)))
          .isEqualTo(Math.round(1000 * probability));
    }
  }

  @Test
  void marginsThatSayTheContraryAreLeftAsTheyAre() {
    assertThat(Calibration.fit(margins, drawn(/* slope= */ -1, /* offset= */ 0)))
        .isEqualTo(new Calibration(/* slope= */ 1, /* offset= */ 0));
  }
}
