package weir.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static weir.keys.KeyBooks.book;
import static weir.keys.KeyBooks.first;
import static weir.keys.KeyBooks.then;
import static weir.keys.KeyBooks.tx;

import java.util.List;
import org.junit.jupiter.api.Test;
import weir.feature.Feature;
import weir.feature.FeatureWindow;
import weir.filter.LogSpan;
import weir.notice.Books;
import weir.notice.Notice;

/** What a book asks for at each key, and since when. */
class KeyPlanTest {
  private static final int MERCHANT = 0;
  private static final int DEVICE = 1;
  private static final int SPOT = 2;

  private static final String OFTEN =
      "kind: count-in-window, moreThan: 1, window: 6 s, by: merchant";

  private static KeyPlan plan(String... rules) {
    return first(book(rules)).planAt(0);
  }

  private static List<String> judged(Stop stop) {
    return stop.judged().stream().map(each -> each.rule().header().id()).toList();
  }

  private static List<String> carried(Stop stop) {
    return stop.carried().stream().map(each -> each.feature().name()).toList();
  }

  @Test
  void thePathIsWhatTheRulesLookAtAndTheTransactionHas() {
    KeyPlan plan = plan("a", "shop > 1", "b", "device > 1");
    assertThat(plan.path(tx("u", 1, "m", "d"))).isEqualTo(0b011);
    assertThat(plan.path(tx("u", 1, "m", null))).isEqualTo(0b001);
    assertThat(plan.path(tx("u", 1, null, null))).isZero();
    assertThat(plan("a", "mine > 1").path(tx("u", 1, "m", "d"))).isZero();
    assertThat(plan("a", "mine > 1").isEmpty()).isTrue();
  }

  @Test
  void aRuleIsJudgedAtItsLastKeyThatIsInThePath() {
    KeyPlan plan = plan("mixed", "mine > 1 && shop > 1 && device > 1", "often", OFTEN);
    assertThat(judged(plan.stop(DEVICE, 0b011))).containsExactly("mixed");
    assertThat(judged(plan.stop(MERCHANT, 0b011))).containsExactly("often");
    assertThat(judged(plan.stop(Keys.USER, 0b011))).isEmpty();
    assertThat(judged(plan.stop(MERCHANT, 0b001))).containsExactly("mixed", "often");
  }

  /** One of another kind has nothing to look at. */
  @Test
  void withoutAnyOfItsKeysAnExpressionIsJudgedAtTheUser() {
    KeyPlan plan = plan("mixed", "mine > 1 && shop > 1", "often", OFTEN);
    assertThat(judged(plan.stop(Keys.USER, 0))).containsExactly("mixed");
    assertThat(judged(plan.stop(Keys.USER, 0b010))).containsExactly("mixed");
  }

  @Test
  void whatIsAskedForLaterIsCarriedAndNothingElse() {
    KeyPlan plan = plan("mixed", "mine > 1 && shop > 1 && device > 1", "b", "shop_sum > 1");
    assertThat(carried(plan.stop(Keys.USER, 0b011))).containsExactly("mine");
    assertThat(carried(plan.stop(MERCHANT, 0b011))).containsExactly("shop");
    assertThat(plan.stop(MERCHANT, 0b011).kept()).containsExactly("mine");
    assertThat(carried(plan.stop(DEVICE, 0b011))).isEmpty();
    assertThat(plan.stop(DEVICE, 0b011).kept()).isEmpty();
    assertThat(carried(plan.stop(MERCHANT, 0b001))).isEmpty();
  }

  /** The window of a rule counts as well, and one of the same length is the same. */
  @Test
  void whatIsSeenAtAKeyIsEveryWindowOnce() {
    KeyPlan plan = plan("a", "shop > 1 && shop_too > 1", "b", "shop_sum > 1", "often", OFTEN);
    assertThat(plan.seenAt(MERCHANT))
        .extracting(Feature::window)
        .containsExactly(new FeatureWindow(6000, 0, 0), new FeatureWindow(8000, 0, 2000));
    assertThat(plan.seenAt(SPOT)).isEmpty();
    assertThat(plan.reachMillis(MERCHANT)).isEqualTo(10_000);
    assertThat(plan.unfoldedMillis(MERCHANT)).isEqualTo(6000);
    assertThat(plan("b", "shop_sum > 1").unfoldedMillis(MERCHANT)).isEqualTo(2000);
  }

  /** With a delay the window ends earlier, but what was seen goes up to the transaction. */
  @Test
  void whatIsSeenGoesUpToTheTransaction() {
    KeyPlan plan = plan("a", "device > 1");
    assertThat(plan.seenAt(DEVICE))
        .extracting(Feature::window)
        .containsExactly(new FeatureWindow(8000, 0, 0));
    assertThat(plan.userReachMillis()).isZero();
    assertThat(plan("a", "device > mine").userReachMillis()).isEqualTo(9000);
  }

  private static LogSpan span(Books books, long logTime) {
    return books.planAt(logTime).rules().get(0).features().get(0).feature().where().during();
  }

  private static void assertSince(LogSpan span, long from) {
    assertThat(span.from()).isEqualTo(from);
  }

  @Test
  void aFeatureCountsFromWhenItWasAskedForFirst() {
    Books books = first(book("a", "device > 1"));
    books = then(books, 10_000, book("b", "shop > 1"));
    books = then(books, 20_000, book("c", "shop_too > 2", "d", "mine > 1"));
    assertSince(span(books, 0), Long.MIN_VALUE);
    assertSince(span(books, 12_000), 12_000);
    assertSince(span(books, 22_000), 12_000);
  }

  @Test
  void afterABreakItBeginsAgain() {
    Books books = first(book("a", "shop > 1"));
    books = then(books, 10_000, book("b", "shop_sum > 1"));
    books = then(books, 20_000, book("c", "shop > 1"));
    books = then(books, 30_000, book("d", "mine > 1"));
    assertSince(span(books, 22_000), 22_000);
  }

  /**
   * A book that is announced, known for a while and then cancelled must leave no trace, whoever has
   * heard of it.
   */
  @Test
  void whatComesLaterChangesNothing() throws Exception {
    Books books = first(book("a", "shop > 1"));
    LogSpan span = span(books, 5000);
    books = then(books, 10_000, book("b", "mine > 1"));
    assertThat(span(books, 5000)).isEqualTo(span);
    books = books.with(new Notice.Cancel("bob", "", 2), 10_000);
    assertThat(span(books, 5000)).isEqualTo(span);
    assertThat(span(books, 15_000)).isEqualTo(span);
  }

  @Test
  void aRuleWithAKeyCountsFromWhenAsMuchWasLookedAt() {
    Books books = first(book("a", "shop_sum > 1"));
    books = then(books, 10_000, book("often", OFTEN));
    books = then(books, 20_000, book("often", OFTEN, "b", "mine > 1"));
    PlannedRule often = books.planAt(22_000).rules().get(0);
    assertSince(often.rule().header().filter().during(), 12_000);
    assertSince(often.features().get(0).seen().where().during(), 12_000);
  }

  /** Payments were kept one by one for the other, and as long. */
  @Test
  void whateverIsAskedWithinAWindowThatWasLookedAtIsKnown() {
    Books books = first(book("a", "shop > 1"));
    books = then(books, 10_000, book("often", OFTEN));
    assertSince(
        books.planAt(12_000).rules().get(0).rule().header().filter().during(), Long.MIN_VALUE);
  }

  /** The next one comes at the same time. */
  @Test
  void aBookThatIsNeverInForceMakesNoBreak() {
    Books books = first(book("a", "shop > 1"));
    books = then(books, 10_000, book("b", "mine > 1"));
    books = then(books, 10_000, book("c", "shop > 1 && mine > 1"));
    LogSpan span =
        books.planAt(12_000).rules().get(0).features().stream()
            .filter(each -> each.name().equals("shop"))
            .findFirst()
            .orElseThrow()
            .feature()
            .where()
            .during();
    assertSince(span, Long.MIN_VALUE);
  }
}
