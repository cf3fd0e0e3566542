package weir.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static weir.expression.Given.SCOPE;
import static weir.expression.Given.USUAL;

import java.math.BigDecimal;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be written, and what it means. */
class ExpressionTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "amount > 4 * mean_30d",
        "amount > 4.0 * mean_30d && count_30d >= 5",
        "count_30d == 7",
        "count_30d == 7.0",
        "7 == count_30d",
        "count_30d / 2 == 3.5",
        "count_30d / 2.0 == 3.5",
        "count_30d % 2 == 1",
        "amount == 100.5",
        "amount - 0.5 == 100",
        "amount / count_30d > 14 && amount / count_30d < 15",
        "amount > 1e2 && amount < 1.01E+2 && amount > 1e-2",
        "-amount < 0 && --amount > 0 && - 5 < -4",
        "1 - 2 - 3 == -4 && 8 / 4 / 2 == 1 && 2 + 3 * 4 == 14 && (2 + 3) * 4 == 20",
        "-2 * 3 == -6 && 2 - -3 == 5",
        "10 - 7 % 4 == 7 && 7 % 4 * 2 == 6 && -7 % 4 == -3 && 5.5 % 2 == 1.5",
        "0.0 == -0.0 && 0 in [-0.0]",
        "true || false && false",
        "!(true && false) && !false && !!true",
        "abroad && abroad == true && abroad != false",
        "1 < 2 == true && (1 < 2) == (3 < 4)",
        "userId == 'user-7' && userId == \"user-7\" && userId != 'user-8'",
        "'a' + 'b' == 'ab' && userId + '/' + merchantId == 'user-7/Shop-1'",
        "userId.startsWith('user-') && userId.endsWith('7') && userId.contains('er-')",
        "merchantId.lowerAscii() == 'shop-1' && 'ÄB'.lowerAscii() == 'Äb'",
        "size(userId) == 6 && userId.size() == 6 && size('é😀') == 2",
        "amount > 50 ? abroad : !abroad",
        "(abroad ? 1 : 2) + (abroad ? 1 : 2) == 2",
        "(abroad ? 'a' : 'b') == 'a' && (false ? 1 : false ? 2 : 3) == 3",
        "userId in ['user-8', 'user-7'] && count_30d in [5, 7] && abroad in [true]",
        "!(userId in ['user-8']) && !(count_30d in [5, 7.5])",
        "'it\\'s \\\"\\\\\\u0041' == \"it's \\\"\\\\A\"",
        "'a\\tb' != 'a\\nb' && '\\r' == '\\u000d'",
        "amount\n  >\t5\r\n&& true",
        "9007199254740992 > 9007199254740991",
      })
  void holds(String condition) {
    assertThat(USUAL.holds(condition)).as(condition).isTrue();
    assertThat(USUAL.holds("!(" + condition + ")")).as("not " + condition).isFalse();
  }

  @Test
  void wholeNumbersAndOthersAreOneKindHoweverTheyAreGiven() {
    for (Object five : new Object[] {5L, 5, 5.0, new BigDecimal("5.00"), 5f}) {
      Given given = USUAL.with("amount", five);
      assertThat(given.holds("amount == 5 && amount >= 5 && amount * 1.5 == 7.5")).isTrue();
    }
  }

  /** So a limit is met by the amount that is written like it. */
  @Test
  void anExactDecimalEqualsTheLiteralThatIsWrittenLikeIt() {
    for (int cents = 0; cents < 100_000; cents += 7) {
      BigDecimal exact = BigDecimal.valueOf(cents, 2);
      Given given = USUAL.with("amount", exact.doubleValue());
      assertThat(given.holds("amount == " + exact + " && !(amount > " + exact + ")")).isTrue();
    }
  }

  @Test
  void anExpressionGivesItsType() {
    assertThat(USUAL.value("count_30d + 1", SCOPE)).isEqualTo(8.0);
    assertThat(USUAL.value("userId + '!'", SCOPE)).isEqualTo("user-7!");
    assertThat(USUAL.value("!abroad", SCOPE)).isEqualTo(false);
    assertThat(USUAL.value("gone + 1", SCOPE)).isNull();
  }

  @Test
  void itTellsWhatItUses() throws FaultyExpressionException {
    Expression expression =
        Expression.of(
            "amount > 4 * mean_30d && has(merchantId)"
                + " && (userId in list('risky') || value('risk', userId, count_30d) > 1)",
            SCOPE);
    assertThat(expression.names())
        .containsExactlyInAnyOrder("amount", "mean_30d", "merchantId", "userId", "count_30d");
    assertThat(expression.lists()).containsExactlyInAnyOrder("risky", "risk");
    assertThat(expression.type()).isEqualTo(Type.YES_OR_NO);
    assertThat(Expression.of("'amount' == 'list'", SCOPE).names()).isEmpty();
  }

  @Test
  void manyThreadsMayAskAtOnce() throws FaultyExpressionException {
    Condition condition = Condition.of("amount % 2 == 0 || amount % 3 == 0", SCOPE);
    assertThat(
            IntStream.range(0, 60_000)
                .parallel()
                .filter(amount -> condition.holds(USUAL.with("amount", amount)))
                .count())
        .isEqualTo(40_000);
  }
}
