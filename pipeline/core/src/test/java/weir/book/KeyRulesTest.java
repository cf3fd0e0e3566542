package weir.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import weir.failure.MisuseException;
import weir.rules.KeyedRule;

/** Rules that look at the transactions of other keys than the user. */
class KeyRulesTest {
  private static final String KEYS = "keys: {merchant: merchantId, device: deviceId}\n";

  private static final String BOUNDS =
      """
      allowedLateness: 1 min
      allowedClockSkew: 5 s
      """;

  private static final String OFTEN =
      "kind: count-in-window, moreThan: 2, window: 5 min, by: merchant";

  private static RuleBook book(String charter, String rule) {
    return RuleBookReader.parse(
        "b", BOUNDS + charter + "rules:\n  - {id: a, version: 1, severity: low, " + rule + "}\n");
  }

  private static KeyedRule rule(String rule) {
    return book(KEYS, rule).keyedRules().get(0);
  }

  private static void assertRefused(String charter, String rule, String message) {
    assertThatThrownBy(() -> book(charter, rule))
        .isInstanceOf(MisuseException.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kind: count-in-window, moreThan: 2, window: 5 min",
        "kind: sum-in-window, limit: 2, window: 5 min",
        "kind: distinct-places, atLeast: 2, window: 5 min",
        "kind: travel-speed, overKmh: 900, overKm: 20, window: 5 min"
      })
  void fourKindsCanLookAtAKey(String kind) {
    KeyedRule rule = rule(kind + ", by: device");
    assertThat(rule.keys()).containsExactly("device");
    assertThat(rule.header().by()).isEqualTo("device");
    assertThat(rule.userReachMillis()).isZero();
    assertThat(rule.reachMillis()).isEqualTo(300_000);
    assertThat(rule(kind).keys()).isEmpty();
    assertThat(rule(kind + ", by: user")).isEqualTo(rule(kind)).isNotEqualTo(rule);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "kind: amount-over, limit: 2 | this kind looks at the payment alone; leave it out",
        "when: amount > 1, reason: x | its features say by which keys they look; say it there",
      })
  void otherKindsCannot(String kind, String why) {
    assertRefused(KEYS, kind + ", by: merchant", "rules[1].by: " + why);
    assertThat(rule(kind + ", by: user").keys()).isEmpty();
  }

  @Test
  void totalsCannot() {
    String total = "kind: total-in-windows, limit: 2, window: 5 min, every: 1 min, by: merchant";
    assertRefused(KEYS, total, "rules[1].by: ");
    assertRefused(KEYS, total, "; leave it out");
  }

  @Test
  void aKeyMustBeDeclared() {
    assertRefused(
        KEYS,
        OFTEN.replace("merchant", "merchnt"),
        "rules[1].by: found 'merchnt', expected one of user, device, merchant; did you mean"
            + " 'merchant'?");
    assertRefused(
        "",
        OFTEN,
        "rules[1].by: the charter declares no keys; declare one, such as keys: {merchant:"
            + " merchantId}, or leave this out");
  }

  /** The charter of a later book is that of the first. */
  @Test
  void aLaterBookKnowsTheStandingKeys() {
    Charter standing = book(KEYS + "horizon: 1 h\n", OFTEN).charter();
    String later = "rules:\n  - {id: a, version: 1, severity: low, " + OFTEN + "}\n";
    assertThat(RuleBookReader.parse("b", later, standing).keyedRules().get(0).keys())
        .containsExactly("merchant");
    RuleBookReader.check("b", later);
    assertThatThrownBy(() -> RuleBookReader.parse("b", later.replace("merchant", "shop"), standing))
        .hasMessageContaining("rules[1].by: found 'shop', expected one of user, device, merchant");
  }

  private static String withFeature(String feature) {
    return KEYS + "features: {f: {count: transactions, " + feature + "}}\n";
  }

  private static final String MANY = "when: f > 1, reason: x";

  /** What is kept and read again follows from the horizon, at every key. */
  @Test
  void theHorizonCoversFeaturesOfKeys() {
    String far = withFeature("by: merchant, window: 50 min, delay: 5 min, edge: 5 min");
    RuleBook book = book(far, MANY);
    assertThat(book.horizonMillis()).isEqualTo(3_600_000);
    assertThat(book.keyedRules().get(0).windowMillis()).as("of the user").isZero();
    assertThat(book.keyedRules().get(0).userReachMillis()).isZero();
    assertRefused(
        far + "horizon: 59 min\n",
        MANY,
        "features.f.window: the feature looks back 1 h (with its delay and edge), beyond the"
            + " book's horizon (59 min)");
    assertThatThrownBy(
            () -> new RuleBook(List.copyOf(book.rules()), new Charter(3_599_999, 1, 1, 1)))
        .hasMessage("a rule looks back beyond the horizon");
    assertRefused(
        KEYS + "horizon: 4 min\n", OFTEN, "the rule looks back 5 min, beyond the book's horizon");
  }

  @Test
  void anExpressionLooksAtTheKeysOfItsFeatures() {
    assertThat(book(withFeature("by: merchant, window: 5 min"), MANY).keyedRules().get(0).keys())
        .containsExactly("merchant");
    assertThat(book(withFeature("window: 5 min"), MANY).keyedRules().get(0).keys()).isEmpty();
  }
}
