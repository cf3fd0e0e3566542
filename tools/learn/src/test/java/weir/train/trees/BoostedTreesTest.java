package weir.train.trees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.junit.jupiter.api.Test;
import weir.learn.Tree;
import weir.train.World;
import weir.train.measure.Ranking;
import weir.train.rows.Part;
import weir.train.rows.Split;

/** The evaluator of the stream says what XGBoost says. */
class BoostedTreesTest {
  private static final int ROWS = 10_000;
  private static final int TREES = 100;
  private static final double RATE = 0.02;

  private static Part part(long seed) {
    return new Split(0, 0, /* testTo= */ Long.MAX_VALUE, /* gapMillis= */ 0)
        .parts(World.rows(World.payments(ROWS, seed)))
        .tested();
  }

  @Test
  void marginsEqualXgboostsOwnAndRankTheSame() throws XGBoostError {
    Part learned = part(1);
    Part other = part(2);
    DMatrix matrix = Native.matrix(learned);
    DMatrix others = Native.matrix(other);
    Booster booster =
        Native.begin(
            matrix,
            Map.of(
                "objective",
                "binary:logistic",
                "tree_method",
                "hist",
                "nthread",
                1,
                "max_depth",
                6,
                "eta",
                0.3,
                "base_score",
                (float) RATE));
    for (int round = 1; round < TREES; round++) {
      booster.update(matrix, round);
    }
    float[][] theirs = booster.predict(others, /* outputMargin= */ true);
    List<Tree> trees = BoosterJson.read(booster.toByteArray(Native.JSON)).trees(TREES);
    long base = Math.round(Calibration.logit((float) RATE) * Levels.UNIT);

    long[] ours = Draft.margins(base, trees, other);

    for (int i = 0; i < ROWS; i++) {
      assertThat(ours[i] / Levels.UNIT).isCloseTo(theirs[i][0], within(1e-4));
    }
    assertRankedAlike(ours, theirs);
    long[] rounded =
        IntStream.range(0, ROWS).mapToLong(i -> Math.round(theirs[i][0] * 1e9)).toArray();
    assertThat(Ranking.of(ours, other).averagePrecision().orElseThrow())
        .isCloseTo(Ranking.of(rounded, other).averagePrecision().orElseThrow(), within(1e-6));
    matrix.dispose();
    others.dispose();
    booster.dispose();
  }

  /** What XGBoost puts before another by more than the two differ, so do we. */
  private static void assertRankedAlike(long[] ours, float[][] theirs) {
    List<Integer> ascending =
        IntStream.range(0, ROWS)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> theirs[i][0]))
            .toList();
    long greatestBefore = Long.MIN_VALUE;
    int before = 0;
    for (int i : ascending) {
      while (theirs[ascending.get(before)][0] < theirs[i][0] - 1e-4) {
        greatestBefore = Math.max(greatestBefore, ours[ascending.get(before++)]);
      }
      assertThat(ours[i]).isGreaterThan(greatestBefore);
    }
    assertThat(before).isGreaterThan(ROWS * 9 / 10);
  }
}
