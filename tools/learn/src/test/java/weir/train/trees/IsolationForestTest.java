package weir.train.trees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import weir.learn.InputScale;
import weir.learn.ScoreTable;
import weir.train.measure.Ranking;
import weir.train.rows.Part;
import weir.train.rows.Progress;
import weir.train.rows.Rows;
import weir.train.rows.Split;

/** What is unlike the rest gets a high score, without labels. */
class IsolationForestTest {
  private static final IsolationForest FOREST =
      new IsolationForest(/* seed= */ 1, /* trees= */ 100, /* sample= */ 256);

  /** Two clusters, and every hundredth row somewhere else. Labels say which, and are not read. */
  private static Part clusters(boolean labelled) {
    SplittableRandom random = new SplittableRandom(11);
    Rows.Builder rows = Rows.builder(3);
    for (int i = 0; i < 10_000; i++) {
      boolean outlier = i % 100 == 0;
      long centre = random.nextBoolean() ? 3_000 : -3_000;
      long x = outlier ? random.nextLong(-9_000, 9_000) : centre + random.nextLong(-400, 400);
      long y = outlier ? random.nextLong(-9_000, 9_000) : -centre + random.nextLong(-400, 400);
      long z = random.nextInt(5) == 0 ? InputScale.MISSING : 7;
      rows.add(new long[] {x, y, z}, i, "u", outlier && labelled ? i : Rows.NEVER);
    }
    return new Split(0, 0, /* testTo= */ Long.MAX_VALUE, /* gapMillis= */ 0)
        .parts(rows.build())
        .tested();
  }

  @Test
  void plantedOutliersAreFound() {
    Part part = clusters(/* labelled= */ true);
    Grown grown = FOREST.grow(part, Progress.NONE);
    long[] margins = Draft.margins(grown.base(), grown.trees(), part);
    assertThat(Ranking.of(margins, part).auc().orElseThrow()).isGreaterThan(0.95);
  }

  @Test
  void labelsAreNotReadAndTheSeedDecides() {
    Part part = clusters(/* labelled= */ true);
    String text = TreeText.of(FOREST.grow(part, Progress.NONE).trees());
    assertThat(TreeText.of(FOREST.grow(clusters(/* labelled= */ false), Progress.NONE).trees()))
        .isEqualTo(text);
    IsolationForest other = new IsolationForest(/* seed= */ 2, FOREST.trees(), FOREST.sample());
    assertThat(TreeText.of(other.grow(part, Progress.NONE).trees())).isNotEqualTo(text);
  }

  /** A score is 1000 times 2^(-average way / expected way). */
  @Test
  void scoresAreThoseOfTheDefinition() {
    Part part = clusters(/* labelled= */ true);
    Grown grown = FOREST.grow(part, Progress.NONE);
    long[] margins = Draft.margins(grown.base(), grown.trees(), part);
    // From the published table: 2 (ln 255 + 0.5772156649) - 2 * 255 / 256.
    double expected = 2 * (Math.log(255) + 0.5772156649) - 510.0 / 256;
    ScoreTable scores = grown.scores();
    for (long margin : margins) {
      double way = -margin / Levels.UNIT / FOREST.trees();
      assertThat((double) scores.score(margin))
          .isCloseTo(1000 * Math.pow(2, -way / expected), within(1.5));
    }
  }

  @Test
  void fewOrEqualRowsMakeATree() {
    Rows.Builder rows = Rows.builder(1);
    for (int i = 0; i < 3; i++) {
      rows.add(new long[] {5}, i, "u", Rows.NEVER);
    }
    Part part =
        new Split(0, 0, /* testTo= */ Long.MAX_VALUE, /* gapMillis= */ 0)
            .parts(rows.build())
            .tested();
    Grown grown = FOREST.grow(part, Progress.NONE);
    assertThat(grown.scores().score(Draft.margins(grown.base(), grown.trees(), part)[0]))
        .isEqualTo(500);
  }
}
