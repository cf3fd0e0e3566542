package weir.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import weir.book.RuleBook;
import weir.book.RuleBookReader;
import weir.failure.MisuseException;
import weir.rules.Rule;

/** What is new in a file stands on trial beside what is in force, which stays as it is. */
class TrialTextTest {
  private static final String BOOK =
      """
      allowedLateness: 1 min
      allowedClockSkew: 5 s
      horizon: 1 d
      currencyScale: {JPY: 160}
      rules:
        - {id: high, version: 1, kind: amount-over, severity: medium, limit: 3500}  # a comment
        - id: fast
          version: 2
          kind: count-in-window
          severity: high
          moreThan: 3
          window: 1 min
          filter: {categoryNot: [subscription, Rent]}
      """;

  private static final String NEXT =
      BOOK.replace("version: 2", "version: 3\n    rollout: 10 %")
              .replace("moreThan: 3", "moreThan: 4")
              .replace("rules:", "features: {spent: {sum: amount, window: 1 h}}\nrules:")
          + "  - {id: dear, version: 1, severity: low, when: spent > 900.5, reason: '{spent}: much'}\n";

  private static Announced standing(String text) {
    return Books.always(RuleBookReader.parse("standing", text), text).all().get(0);
  }

  private static String trial(String standing, String text) {
    RuleBook before = RuleBookReader.parse("before", standing);
    RuleBook after = RuleBookReader.parse("after", text);
    return TrialText.of(
        standing(standing),
        "my-rules.yaml",
        text,
        after,
        BookChanges.between(before, standing, after, text));
  }

  private static List<String> ids(RuleBook book) {
    return book.rules().stream().map(each -> each.header().id()).toList();
  }

  @Test
  void rulesThatAreNewOrChangedStandBesideThoseInForce() {
    String text = trial(BOOK, NEXT);
    RuleBook trial = RuleBookReader.parse("trial", text);
    assertThat(ids(trial)).containsExactly("high", "fast", "fast-trial", "dear-trial");
    List<Rule> before = RuleBookReader.parse("before", BOOK).rules();
    assertThat(trial.rules().subList(0, 2)).isEqualTo(before);
    assertThat(text)
        .contains("moreThan: 3", "moreThan: 4", "version: 3", "mode: shadow")
        .doesNotContain("rollout");
    assertThat(text.split("mode: shadow", -1)).hasSize(3);
  }

  /** Of two trials the later one stands. */
  @Test
  void aTrialTakesThePlaceOfTheOneBefore() {
    String first = trial(BOOK, NEXT);
    String further = NEXT.replace("version: 3", "version: 4").replace("moreThan: 4", "moreThan: 5");
    String text = trial(first, further);
    assertThat(ids(RuleBookReader.parse("trial", text)))
        .containsExactly("high", "fast", "fast-trial", "dear-trial");
    assertThat(text).contains("version: 4", "moreThan: 5").doesNotContain("moreThan: 4");
  }

  @Test
  void whatTheFileLeavesOutStaysInForce() {
    String less = BOOK.substring(0, BOOK.indexOf("  - id: fast"));
    assertThat(ids(RuleBookReader.parse("trial", trial(BOOK, less))))
        .containsExactly("high", "fast");
  }

  @Test
  void aFeatureThatIsAnotherNeedsANameOfItsOwn() {
    String standing =
        BOOK.replace("rules:", "features: {spent: {sum: amount, window: 2 h}}\nrules:")
            + "  - {id: much, version: 1, severity: low, when: spent > 9000, reason: much}\n";
    assertThatThrownBy(() -> trial(standing, NEXT))
        .isInstanceOf(MisuseException.class)
        .hasMessage(
            "my-rules.yaml: the feature 'spent' is another in book 1; give it another name to try"
                + " it beside that one");
  }

  @Test
  void aScaleIsOneForAll() {
    assertThatThrownBy(() -> trial(BOOK, NEXT.replace("JPY: 160", "JPY: 150")))
        .isInstanceOf(MisuseException.class)
        .hasMessageContaining("currencyScale is not that of book 1");
  }

  /** JSON is YAML, too. */
  @Test
  void aBookInJsonCanHaveATrial() {
    String json =
        """
        {"allowedLateness": "1 min", "allowedClockSkew": "5 s", "horizon": "1 d",
         "rules": [{"id": "high", "version": 1, "kind": "amount-over", "severity": "medium", "limit": 3500}]}
        """;
    String more = json.replace("\"version\": 1", "\"version\": 2").replace("3500", "3400");
    assertThat(ids(RuleBookReader.parse("trial", trial(json, more))))
        .containsExactly("high", "high-trial");
  }
}
