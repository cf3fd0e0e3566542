package weir.train.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import weir.train.rows.Part;
import weir.train.rows.Rows;
import weir.train.rows.Split;

/** Figures equal what their definitions say, read slowly. */
class RankingPropertyTest {
  private long[] margins = {};
  private Part part = of(new boolean[0]);

  private static Part of(boolean... frauds) {
    Rows.Builder rows = Rows.builder(1);
    for (int i = 0; i < frauds.length; i++) {
      rows.add(new long[] {0}, i, "u", frauds[i] ? 0 : Rows.NEVER);
    }
    return new Split(0, 0, /* testTo= */ Long.MAX_VALUE, /* gapMillis= */ 0)
        .parts(rows.build())
        .tested();
  }

  private void draw(long seed) {
    Random random = new Random(seed);
    int size = random.nextInt(60);
    int different = 1 + random.nextInt(40);
    margins = random.longs(size, -different, different).toArray();
    boolean[] frauds = new boolean[size];
    for (int i = 0; i < size; i++) {
      frauds[i] = random.nextInt(3) == 0;
    }
    part = of(frauds);
  }

  @Property(tries = 500)
  void aucIsTheShareOfPairsInOrder(@ForAll long seed) {
    draw(seed);
    int pairs = 0;
    double inOrder = 0;
    for (int fraud = 0; fraud < margins.length; fraud++) {
      for (int honest = 0; honest < margins.length; honest++) {
        if (part.fraud(fraud) && !part.fraud(honest)) {
          pairs++;
          inOrder += 0.5 + 0.5 * Long.signum(margins[fraud] - margins[honest]);
        }
      }
    }
    Ranking ranking = Ranking.of(margins, part);
    if (pairs == 0) {
      assertThat(ranking.auc()).isEmpty();
    } else {
      assertThat(ranking.auc().orElseThrow()).isCloseTo(inOrder / pairs, within(1e-12));
    }
  }

  /** Each fraud adds the precision among all that have at least its margin. */
  @Property(tries = 500)
  void averagePrecisionIsThatAtEachFraud(@ForAll long seed) {
    draw(seed);
    double sum = 0;
    for (int fraud = 0; fraud < margins.length; fraud++) {
      if (part.fraud(fraud)) {
        Caught caught = slowly(margins[fraud]);
        sum += caught.precision();
      }
    }
    Ranking ranking = Ranking.of(margins, part);
    if (part.frauds() == 0) {
      assertThat(ranking.averagePrecision()).isEmpty();
    } else {
      assertThat(ranking.averagePrecision().orElseThrow())
          .isCloseTo(sum / part.frauds(), within(1e-12));
    }
  }

  @Property(tries = 200)
  void alertsFromAMarginOnAreCounted(@ForAll long seed) {
    draw(seed);
    Ranking ranking = Ranking.of(margins, part);
    for (long margin = -42; margin <= 42; margin++) {
      assertThat(ranking.from(margin)).isEqualTo(slowly(margin));
    }
    assertThat(ranking.transactions()).isEqualTo(margins.length);
    assertThat(ranking.frauds()).isEqualTo(part.frauds());
    assertThat(ranking.ranks()).isEqualTo((int) Arrays.stream(margins).distinct().count());
  }

  private Caught slowly(long margin) {
    int alerts = 0;
    int caught = 0;
    for (int i = 0; i < margins.length; i++) {
      if (margins[i] >= margin) {
        alerts++;
        caught += part.fraud(i) ? 1 : 0;
      }
    }
    return new Caught(alerts, caught, part.frauds());
  }
}
