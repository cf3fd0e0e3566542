package weir.train.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import weir.train.rows.Parts;
import weir.train.rows.Rows;
import weir.train.rows.Split;

/** The rules of a book as a ranking of payments. */
class RuleRankingTest {
  private final Rows.Builder rows = Rows.builder(1);

  private void payments(int many, long time, boolean fraud, int... fired) {
    for (int i = 0; i < many; i++) {
      int row = rows.size();
      rows.add(new long[] {row}, time, "u", fraud ? time : Rows.NEVER);
      for (int rule : fired) {
        rows.fired(row, rule, /* does= */ true);
      }
    }
  }

  private RuleRanking ranking() {
    Parts parts =
        new Split(/* validateFrom= */ 10, /* testFrom= */ 20, /* testTo= */ 30, /* gapMillis= */ 0)
            .parts(rows.build());
    return RuleRanking.of(parts.learned(), parts.tested());
  }

  /** Rule 0 was right nine times of ten in the learned span, rule 1 once of ten. */
  private void learned() {
    payments(9, 1, true, 0);
    payments(1, 1, false, 0);
    payments(1, 1, true, 1);
    payments(9, 1, false, 1);
    payments(3, 1, true);
    payments(977, 1, false);
  }

  @Test
  void whatWasMoreOftenRightComesFirst() {
    learned();
    payments(2, 20, true, 0);
    payments(2, 20, false, 1);
    payments(1, 20, true);
    payments(5, 20, false);
    RuleRanking ranking = ranking();
    assertThat(ranking.flagged()).isEqualTo(new Caught(4, 2, 3));
    assertThat(ranking.ranking().alerts(0)).isEqualTo(2);
    assertThat(ranking.ranking().caught(0)).isEqualTo(2);
    assertThat(ranking.ranking().alerts(1)).isEqualTo(4);
    // Two frauds at precision 1, and one at 3 of 10.
    assertThat(ranking.averagePrecision()).hasValue((2 + 0.3) / 3);
  }

  /** They never fired together before, so the better one says where it stands. */
  @Test
  void anUnknownSetStandsWithTheBestOfItsRules() {
    learned();
    payments(1, 20, true, 0, 1);
    payments(1, 20, false, 0);
    payments(1, 20, false, 1);
    payments(1, 20, true, 7);
    RuleRanking ranking = ranking();
    assertThat(ranking.ranking().alerts(0)).isEqualTo(2);
    // A rule that never fired before is as good as chance says: half.
    assertThat(ranking.ranking().alerts(1)).isEqualTo(3);
    assertThat(ranking.ranking().caught(1)).isEqualTo(2);
  }

  @Test
  void aModelCanBeHeldAgainstAsManyAlertsOrFrauds() {
    payments(1, 20, true);
    payments(1, 21, false);
    payments(1, 22, true);
    payments(1, 23, false);
    Parts parts = new Split(0, 0, /* testTo= */ 30, /* gapMillis= */ 0).parts(rows.build());
    Ranking ranking = Ranking.of(new long[] {9, 7, 7, 5}, parts.tested());
    assertThat(ranking.first(0)).isEqualTo(new Caught(0, 0, 2));
    assertThat(ranking.first(1)).isEqualTo(new Caught(1, 1, 2));
    // Those of one rank are alerts together or not at all.
    assertThat(ranking.first(2)).isEqualTo(new Caught(1, 1, 2));
    assertThat(ranking.first(3)).isEqualTo(new Caught(3, 2, 2));
    assertThat(ranking.catching(1)).isEqualTo(new Caught(1, 1, 2));
    assertThat(ranking.catching(2)).isEqualTo(new Caught(3, 2, 2));
    assertThat(ranking.catching(3)).isEqualTo(new Caught(4, 2, 2));
  }
}
