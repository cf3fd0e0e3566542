package weir.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import weir.failure.MisuseException;

/** How far back rules may look, and what follows from it. */
class HorizonTest {
  private static final long MINUTE = 60_000;
  private static final long HOUR = 60 * MINUTE;

  private static final String BOUNDS =
      """
      allowedLateness: 1 min
      allowedClockSkew: 5 s
      """;

  private static final String RULES =
      """
      rules:
        - {id: often, version: 1, kind: count-in-window, severity: low, moreThan: 3, window: 10 min}
        - {id: much, version: 1, kind: total-in-windows, severity: low, limit: 9, window: 5 min, every: 1 min}
      """;

  private static RuleBook book(String horizon) {
    return RuleBookReader.parse("rules.yaml", BOUNDS + horizon + RULES);
  }

  @Test
  void withoutOneItIsWhatTheRulesNeed() {
    assertThat(book("").horizonMillis()).isEqualTo(15 * MINUTE);
  }

  @Test
  void allThatIsRememberedFollowsFromIt() {
    RuleBook book = book("horizon: 1 h\n");
    assertThat(book.idMemoryMillis()).isEqualTo(HOUR + MINUTE);
    assertThat(book.retentionMillis()).isEqualTo(HOUR + MINUTE + 5000);
    assertThat(book.rewindMillis()).isEqualTo(2 * book.retentionMillis());
  }

  @Test
  void aRuleBeyondItIsRefused() {
    assertThatExceptionOfType(MisuseException.class)
        .isThrownBy(() -> book("horizon: 9 min\n"))
        .withMessageContaining(
            "the rule looks back 10 min, beyond the book's horizon (9 min); shorten the window or"
                + " raise the horizon")
        .withMessageContaining("the rule looks back 15 min, beyond the book's horizon (9 min)");
  }

  @Test
  void aHorizonThatIsNoTimeIsToldByItself() {
    assertThatExceptionOfType(MisuseException.class)
        .isThrownBy(() -> book("horizon: far\n"))
        .withMessageContaining("horizon")
        .withMessageNotContaining("looks back");
  }
}
