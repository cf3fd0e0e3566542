package weir.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static weir.expression.Given.USUAL;
import static weir.expression.Given.fault;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Expressions ask lists by their names. */
class ListsInExpressionsTest {
  private static final Given LISTED =
      USUAL
          .member("risky", "user-7", null)
          .member("risk", "Shop-1", new BigDecimal("0.9"))
          .member("risk", "user-7", null)
          .member("huge", "user-7", new BigDecimal("1e400"))
          .member("pairs", "user-7/Shop-1", null);

  @Test
  void anIdIsInAListOrNot() {
    assertThat(LISTED.holds("userId in list('risky')")).isTrue();
    assertThat(LISTED.holds("userId in list(\"risky\") && amount > 5")).isTrue();
    assertThat(LISTED.holds("merchantId in list('risky')")).isFalse();
    assertThat(LISTED.holds("!(merchantId in list('risky'))")).isTrue();
    assertThat(LISTED.holds("userId in list('never-filled')")).isFalse();
    assertThat(LISTED.holds("userId + '/' + merchantId in list('pairs')")).isTrue();
  }

  @Test
  void anIdHasAValueInAList() {
    assertThat(LISTED.holds("value('risk', merchantId, 0) == 0.9")).isTrue();
    assertThat(LISTED.holds("value('risk', userId, 0.5) == 0.5")).isTrue();
    assertThat(LISTED.holds("value('risk', 'stranger', amount / 2) == 50.25")).isTrue();
    assertThat(LISTED.holds("value('risk', merchantId, gone) * 10 == 9")).isTrue();
    assertThat(LISTED.holds("value('huge', userId, 0) > 0")).isFalse();
  }

  @Test
  void theNameOfAListIsWrittenOut() {
    assertThat(fault("userId in list(merchantId)"))
        .isEqualTo("15: expected the name of a list in quotes, such as \"risky-shops\"");
    assertThat(fault("userId in list('Risky')"))
        .startsWith("15: found 'Risky', expected the name of a list: up to 64 lower-case");
    assertThat(fault("userId in list('a' + 'b')")).isEqualTo("19: found '+', expected ')'");
    assertThat(fault("value(userId, userId, 0) > 1")).startsWith("6: expected the name of a list");
    assertThat(fault("value('risk', userId) > 1")).isEqualTo("20: found ')', expected ','");
    assertThat(fault("value('risk', amount, 0) > 1"))
        .isEqualTo("14: value() needs a text, but amount is a number");
    assertThat(fault("value('risk', userId, 'x') > 1"))
        .isEqualTo("22: value() needs a number, but 'x' is a text");
    assertThat(fault("amount in list('risky')"))
        .isEqualTo("0: a list needs a text, but amount is a number");
    assertThat(fault("list('risky') == 'a'")).isEqualTo("0: list(\"name\") stands after 'in' only");
    assertThat(fault("userId in merchantId"))
        .isEqualTo("10: found 'merchantId', expected list(\"name\") or [values] after 'in'");
  }

  @Test
  void whereNoListsAreNoneAreAsked() {
    Scope without = new Scope(Given.SCOPE.names(), false);
    for (String text : new String[] {"userId in list('risky')", "value('risk', userId, 0) > 1"}) {
      assertThatThrownBy(() -> Condition.of(text, without))
          .isInstanceOf(FaultyExpressionException.class)
          .hasMessage("lists cannot be asked here");
    }
  }
}
