package weir.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of which names a greater value is as good. */
class RisingTest {
  private static final String NAME = "count_30d";

  private static boolean rises(String condition) {
    try {
      return Condition.of(condition, Given.SCOPE).rising().contains(NAME);
    } catch (FaultyExpressionException faulty) {
      throw new AssertionError(condition, faulty);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "count_30d > 5",
        "5 <= count_30d",
        "count_30d >= mean_30d * 2 && amount < 100",
        "(count_30d > 5 || !abroad) && (amount > 3 || count_30d >= 2)",
        "mean_30d < count_30d",
      })
  void whoAsksWhetherItIsGreatEnough(String condition) {
    assertThat(rises(condition)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "count_30d < 5",
        "5 >= count_30d",
        "count_30d == 5",
        "!(count_30d > 5)",
        "!!(count_30d > 5)",
        "count_30d > 5 ? abroad : maybe",
        "abroad ? count_30d > 5 : maybe",
        "(count_30d > 5) == abroad",
        "count_30d > 5 && count_30d < 9",
        "count_30d - 1 > 5",
        "-count_30d > -5",
        "amount > count_30d",
        "has(count_30d) && count_30d > 5",
        "amount in [count_30d]",
        "amount > 5",
      })
  void whoAsksSomethingElse(String condition) {
    assertThat(rises(condition)).isFalse();
  }

  /** From no value on, ever greater. */
  @Test
  void whatHoldsHoldsWithAnyGreaterValue() throws Exception {
    Random random = new Random(27);
    int rising = 0;
    int began = 0;
    for (int i = 0; i < 80_000; i++) {
      Tree tree = Tree.random(random, Type.YES_OR_NO, 1 + random.nextInt(4));
      String text = tree.forWeir();
      if (text.length() > Source.MOST_CHARACTERS || !rises(text)) {
        continue;
      }
      rising++;
      List<Boolean> held = new ArrayList<>();
      Given given =
          random.nextInt(4) == 0
              ? Given.USUAL.without("mean_30d")
              : Given.USUAL.with("maybe", true);
      held.add(given.without(NAME).holds(text));
      for (double value : new double[] {0, 0.5, 1, 2, 5, 7, 10.25, 1e3, 1e9}) {
        held.add(given.with(NAME, value).holds(text));
      }
      int first = held.indexOf(true);
      began += first > 0 ? 1 : 0;
      assertThat(first < 0 || !held.subList(first, held.size()).contains(false))
          .as(text + " held " + held)
          .isTrue();
    }
    assertThat(rising).isGreaterThan(300);
    assertThat(began).isGreaterThan(50);
  }
}
