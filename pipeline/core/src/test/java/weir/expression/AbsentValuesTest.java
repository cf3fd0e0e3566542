package weir.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static weir.expression.Given.USUAL;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What has no answer fires nothing by accident, and neither does its opposite. */
class AbsentValuesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "gone > 5",
        "gone == gone",
        "amount > 4 * gone",
        "-gone < 0",
        "nowhere == 'x'",
        "nowhere != 'x'",
        "nowhere.startsWith('')",
        "userId.contains(nowhere)",
        "nowhere.size() >= 0",
        "nowhere.lowerAscii() == ''",
        "nowhere + 'x' == 'x'",
        "userId + nowhere == userId",
        "maybe",
        "maybe == maybe",
        "maybe && true",
        "true && maybe",
        "maybe || false",
        "maybe ? true : true",
        "nowhere in ['a', 'b']",
        "nowhere in list('risky')",
        "userId in ['a', nowhere]",
        "value('risk', nowhere, 1) == 1",
        "value('risk', userId, gone) == 1",
        "amount / 0 > 1",
        "amount / 0 == amount / 0",
        "amount / 0 != 1",
        "0 / 0 != 1",
        "0 / 0 == 0 / 0",
        "amount % 0 < 1",
        "1 / -0.0 < 0",
        "1e308 * 10 > 1",
        "-1e308 - 1e308 < 1",
        "(1e308 * 10) * 0 == 0",
        "1 / (1e308 * 10) == 0",
        "amount / 0 in [1, 2]",
      })
  void hasNoAnswer(String condition) {
    assertThat(USUAL.holds(condition)).as(condition).isFalse();
    assertThat(USUAL.holds("!(" + condition + ")")).as("not " + condition).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "maybe || true",
        "true || maybe",
        "gone > 5 || amount > 5",
        "amount > 5 || gone > 5",
        "!(maybe && false)",
        "!(false && maybe)",
        "amount / 0 > 1 || true",
        "true ? true : maybe",
        "false ? maybe : true",
        "userId in [nowhere, 'user-7']",
        "userId in ['user-7', nowhere]",
      })
  void whatIsThereCanBeEnough(String condition) {
    assertThat(USUAL.holds(condition)).as(condition).isTrue();
  }

  @Test
  void hasAsksWhetherAValueIsThere() {
    assertThat(USUAL.holds("has(amount) && has(userId) && has(abroad)")).isTrue();
    assertThat(USUAL.holds("!has(gone) && !has(nowhere) && !has(maybe)")).isTrue();
    assertThat(USUAL.with("abroad", false).holds("has(abroad)")).isTrue();
    assertThat(USUAL.holds("has(gone) ? gone > 1 : amount > 1")).isTrue();
    assertThat(USUAL.holds("has(gone) && gone > 1 || count_30d == 7")).isTrue();
  }

  @Test
  void aNumberThatIsNotFiniteIsAbsent() {
    for (double odd :
        new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
      Given given = USUAL.with("amount", odd);
      assertThat(given.holds("!has(amount)")).isTrue();
      assertThat(given.holds("amount > 1 || amount < 1 || amount == amount")).isFalse();
      assertThat(given.holds("amount != 1 || !(amount > 1)")).isFalse();
    }
    Given huge = USUAL.with("amount", new BigDecimal("1e400"));
    assertThat(huge.holds("has(amount) || amount > 1")).isFalse();
  }

  @Test
  void aValueOfAnotherTypeIsAbsent() {
    assertThat(USUAL.with("amount", "100").holds("has(amount) || amount > 1")).isFalse();
    assertThat(USUAL.with("userId", 7L).holds("has(userId) || userId == '7'")).isFalse();
    assertThat(USUAL.with("abroad", "true").holds("has(abroad) || abroad")).isFalse();
  }
}
