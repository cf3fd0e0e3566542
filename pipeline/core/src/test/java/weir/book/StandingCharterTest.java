package weir.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import weir.failure.MisuseException;

/** A book that follows others has the charter of the first. */
class StandingCharterTest {
  private static final Charter STANDING = new Charter(60_000, 3000, 1000, 10_000);

  private static final String RULES =
      """
      rules:
        - {id: often, version: 1, kind: count-in-window, severity: low, moreThan: 3, window: %s}
      """;

  private static RuleBook later(String charter, String window) {
    return RuleBookReader.parse("later", charter + String.format(RULES, window), STANDING);
  }

  private static void assertRefused(String charter, String window, String expected) {
    assertThatExceptionOfType(MisuseException.class)
        .isThrownBy(() -> later(charter, window))
        .withMessageContaining(expected);
  }

  @Test
  void itNeedNotSayIt() {
    assertThat(later("", "1 min").charter()).isEqualTo(STANDING);
  }

  @Test
  void itMaySayItOnceMoreInOtherWords() {
    String same =
        "allowedLateness: 3000 ms\nallowedClockSkew: 1 s\nhorizon: 60 s\nlead: 10000 ms\n";
    assertThat(later(same, "1 s").charter()).isEqualTo(STANDING);
  }

  @Test
  void itMaySayNothingElse() {
    assertRefused(
        "horizon: 61 s\n",
        "1 s",
        "later:1:10: horizon: cannot change from 1 min to 1 min 1 s; the first book has"
            + " settled it for this log");
    assertRefused("lead: 11 s\n", "1 s", "lead: cannot change from 10 s to 11 s");
  }

  /** A shorter horizon than the standing one is refused, and no rule is held against it. */
  @Test
  void rulesAreHeldAgainstTheStandingOne() {
    assertRefused("", "61 s", "beyond the book's horizon (1 min)");
    assertRefused("horizon: 2 min\n", "61 s", "horizon: cannot change from 1 min to 2 min");
  }

  @Test
  void theFirstHasTheUsualLead() {
    String first = "allowedLateness: 1 s\nallowedClockSkew: 0 s\n";
    String rules = String.format(RULES, "1 s");
    assertThat(RuleBookReader.parse("first", first + rules).charter())
        .isEqualTo(new Charter(1000, 1000, 0, Charter.DEFAULT_LEAD_MILLIS));
    assertThat(RuleBookReader.parse("first", first + "lead: 1 s\n" + rules).charter().leadMillis())
        .isEqualTo(1000);
    assertThatExceptionOfType(MisuseException.class)
        .isThrownBy(() -> RuleBookReader.parse("first", first + "lead: 999 ms\n" + rules))
        .withMessageContaining("first:3:7: lead: found '999 ms'");
  }
}
