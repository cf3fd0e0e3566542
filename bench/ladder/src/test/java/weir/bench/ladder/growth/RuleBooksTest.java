package weir.bench.ladder.growth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weir.book.RuleBook;
import weir.book.RuleBookReader;
import weir.keys.Kept;
import weir.rules.ByExpression;

/** Generated books are books, and as large as they are said to be. */
class RuleBooksTest {
  private static final long MILLIS_PER_MINUTE = 60_000;

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 8, 9, 50, 200})
  void haveSoManyRules(int size) {
    assertThat(RuleBookReader.parse("any", RuleBooks.ofSize(size)).rules()).hasSize(size);
  }

  @Test
  void asLargeAsTheBookOfUsersIsThatBook() {
    RuleBook usual = RuleBookReader.readOfUsers();
    int size = usual.rules().size();
    assertThat(RuleBookReader.parse("any", RuleBooks.ofSize(size))).isEqualTo(usual);
  }

  @Test
  void aCopyHasAHigherLimit() {
    assertThat(RuleBooks.ofSize(9)).contains("id: high-value-1\n").contains("limit: 3851");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 50, 200})
  void askForSoManyFeatures(int many) {
    RuleBook book = RuleBookReader.parse("any", RuleBooks.withFeatures(many));
    assertThat(book.keyedRules())
        .filteredOn(ByExpression.class::isInstance)
        .flatExtracting(rule -> ((ByExpression) rule).features())
        .hasSize(many);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void lookAtSoManyKeys(int many) {
    RuleBook book = RuleBookReader.parse("any", RuleBooks.withKeys(many));
    assertThat(book.charter().keys()).hasSize(many);
    assertThat(Kept.of(book)).hasSize(1 + many).allMatch(each -> each.oneByOneMillis() > 0);
  }

  @Test
  void lookAtShops() {
    assertThat(
            RuleBookReader.parse("any", RuleBooks.ofShops(60 * MILLIS_PER_MINUTE)).charter().keys())
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(longs = {5, 30, 60, 360, 1440})
  void lookSoFarBack(long minutes) {
    String text = RuleBooks.withWindow(minutes * MILLIS_PER_MINUTE);
    assertThat(RuleBookReader.parse("any", text).horizonMillis())
        .isEqualTo(minutes * MILLIS_PER_MINUTE);
  }
}
