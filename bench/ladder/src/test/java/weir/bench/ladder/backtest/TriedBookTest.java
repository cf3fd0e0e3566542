package weir.bench.ladder.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import weir.book.RuleBook;
import weir.book.RuleBookReader;
import weir.keys.KeyPlan;
import weir.notice.Books;

/** The books that are tried are what is said of them. */
class TriedBookTest {
  private static final RuleBook STANDING = RuleBookReader.readDefault();

  private static RuleBook read(TriedBook book) {
    return RuleBookReader.parse(book.label(), book.text());
  }

  @Test
  void otherLimitsAreTheSameRules() {
    RuleBook tried = read(TriedBook.LIMITS);
    assertThat(tried.rules()).hasSameSizeAs(STANDING.rules());
    assertThat(tried.rules()).isNotEqualTo(STANDING.rules());
    assertThat(tried.charter()).isEqualTo(STANDING.charter());
  }

  @Test
  void twoKeysAreAskedSixFeaturesByFourRules() {
    RuleBook tried = read(TriedBook.TWO_KEYS);
    assertThat(tried.rules()).hasSize(STANDING.rules().size() + 4);
    KeyPlan plan = Books.none().judgingBy(tried).planAt(0);
    assertThat(List.of(plan.reachMillis(0), plan.reachMillis(1)))
        .containsExactly(86_400_000L, 86_400_000L);
  }
}
