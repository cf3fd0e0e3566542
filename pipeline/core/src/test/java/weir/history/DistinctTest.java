package weir.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import weir.filter.Filter;
import weir.filter.Lists;
import weir.filter.Selection;
import weir.model.Transaction;

/** Histories that share a ledger ask the same question of different stretches. */
class DistinctTest {
  private static final Trait SHOP =
      new Trait() {
        @Override
        public Selection filter() {
          return Filter.NONE;
        }

        @Override
        public @Nullable String of(Transaction transaction) {
          return transaction.merchantId();
        }
      };

  private static Transaction pay(int time) {
    String shop = "m" + time % 70;
    return new Transaction(
        "t" + time, "u", 1, "EUR", time, shop, null, null, null, null, null, null, null);
  }

  private static int distinct(History history, Older older, long start, long end) {
    return history.distinct(SHOP, older, start, end, Lists.NONE);
  }

  /** One that comes late moves all later ones, but only in its own history. */
  @Test
  void aHistoryIsTheSameAfterAnotherOneWasMadeFromIt() {
    History all = History.empty();
    for (int i = 0; i < 300; i++) {
      all = all.with(pay(i), i);
      assertThat(distinct(all, Older.NOTHING, 0, 300)).isEqualTo(Math.min(i + 1, 70));
    }
    assertThat(distinct(all, Older.NOTHING, 150, 300)).isEqualTo(70);
    Transaction late =
        new Transaction(
            "late", "u", 1, "EUR", 160, "other", null, null, null, null, null, null, null);
    History more = all.with(late, 300);
    assertThat(distinct(more, Older.NOTHING, 150, 300)).isEqualTo(71);
    assertThat(distinct(all, Older.NOTHING, 150, 300)).isEqualTo(70);
    assertThat(distinct(all, Older.NOTHING, 150, 230)).isEqualTo(70);
  }

  @Test
  void aHistoryThatForgotIsAskedBeforeOneThatDidNot() {
    History all = History.empty();
    for (int i = 0; i < 300; i++) {
      all = all.with(pay(i), i);
    }
    History some = all.since(250);
    assertThat(distinct(some, Older.NOTHING, 250, 300)).isEqualTo(50);
    assertThat(distinct(all, Older.NOTHING, 0, 300)).isEqualTo(70);
    assertThat(distinct(all, Older.NOTHING, 220, 260)).isEqualTo(40);
    assertThat(distinct(some, Older.NOTHING, 250, 260)).isEqualTo(10);
    // What was seen since the start does not count.
    assertThat(distinct(some, shop -> 100, 250, 300)).isEqualTo(50);
    assertThat(distinct(some, shop -> 100, 99, 300)).isZero();
  }
}
