package weir.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import weir.failure.MisuseException;
import weir.feature.Feature;
import weir.rules.ByExpression;
import weir.rules.Models;
import weir.rules.Rule;

/** Rules that are expressions, and the features of a book. */
class ExpressionRulesTest {
  private static final String BOOK =
      """
      allowedLateness: 1 min
      allowedClockSkew: 5 s
      fields: {ip: text, risk: number}
      features:
        mean_1h: {mean: amount, window: 1 h, without: itself}
        risky_1h: {count: transactions, window: 1 h, where: "risk > 0.5 && ip in list('bad')"}
        unused: {gap: transactions, window: 9 h}
      rules:
        - id: unusual
          version: 1
          severity: high
          when: amount > 4 * mean_1h && risky_1h > 0 && userId in list("watched")
          reason: "{amount} is {amount / mean_1h} times the usual"
      """;

  private static Rule rule(String book) {
    return RuleBookReader.parse("b", book).rules().get(0);
  }

  private static void assertRefused(String book, String message) {
    assertThatThrownBy(() -> RuleBookReader.parse("b", book))
        .isInstanceOf(MisuseException.class)
        .hasMessageContaining(message);
  }

  @Test
  void aRuleThatSaysWhenNeedsNoKind() {
    assertThat(rule(BOOK)).isInstanceOf(ByExpression.class);
    assertThat(rule(BOOK.replace("when:", "kind: expression\n    when:"))).isEqualTo(rule(BOOK));
    assertRefused(
        BOOK.replace("when:", "kind: amount-over\n    limit: 3\n    when:"),
        "rules[1]: unknown 'when'");
    assertRefused(
        BOOK.replaceAll("(?m)^    reason.*$", ""),
        "rules[1].reason: is missing, expected a sentence such as");
  }

  @Test
  void itKnowsItsFeaturesItsListsAndHowFarItLooksBack() {
    ByExpression rule = (ByExpression) rule(BOOK);
    assertThat(rule.features()).extracting(Feature::name).containsExactly("mean_1h", "risky_1h");
    assertThat(rule.lists()).containsExactly("bad", "watched");
    assertThat(rule.reachMillis()).isEqualTo(3_600_000);
    assertThat(RuleBookReader.parse("b", BOOK).horizonMillis()).isEqualTo(3_600_000);
  }

  @Test
  void namesThatAreNotThereAreSaidWithTheirPlace() {
    assertRefused(
        BOOK.replace("amount > 4", "amuont > 4"),
        "b:12:11: rules[1].when: unknown name 'amuont'; did you mean 'amount'? (at character 1)");
    assertRefused(
        BOOK.replace("amount / mean", "amount / maen"),
        "b:13:13: rules[1].reason: unknown name 'maen_1h'; did you mean 'mean_1h'?");
    assertRefused(BOOK.replace("risk > 0.5", "ip > 0.5"), "features.risky_1h.where: '>' compares");
    assertRefused(BOOK.replace("risk > 0.5", "mean_1h > 0.5"), "where: unknown name 'mean_1h'");
    assertRefused(
        BOOK.replace("mean: amount", "mean: ip"),
        "features.mean_1h.mean: found 'ip', expected one");
  }

  @Test
  void aFeatureHasANameOfItsOwn() {
    for (String taken : List.of("hour", "ip", "amount")) {
      assertRefused(BOOK.replace("unused:", taken + ":"), "is a field of transactions");
    }
    for (String word : List.of("in", "has", "list")) {
      assertRefused(BOOK.replace("unused:", word + ":"), "means something else in expressions");
    }
  }

  @Test
  void aRuleAsksForSoManyFeatures() {
    StringBuilder more = new StringBuilder("features:\n");
    StringBuilder sum = new StringBuilder("0");
    for (int i = 0; i < 17; i++) {
      more.append("  f" + i + ": {count: transactions, window: 1 h}\n");
      sum.append(" + f" + i);
    }
    assertRefused(
        BOOK.replace("features:\n", more).replace("amount > 4", sum + " > 4"),
        "rules[1].when: the rule asks for 19 features, expected at most 16");
  }

  @Test
  void aFeatureBeyondTheHorizonIsRefusedOnce() {
    assertThatThrownBy(() -> RuleBookReader.parse("b", "horizon: 30 min\n" + BOOK))
        .hasMessageContaining("features.mean_1h.window: the feature looks back 1 h, beyond")
        .hasMessageNotContainingAny("rules[1].window");
  }

  @Test
  void aFeatureThatChangesIsAnotherRule() {
    Rule old = rule(BOOK);
    UnaryOperator<Rule> known = rule -> old;
    String changed = BOOK.replace("mean: amount, window: 1 h", "mean: amount, window: 30 min");
    assertThatThrownBy(() -> RuleBookReader.parse("b", changed, null, known, Models.NONE))
        .hasMessageContaining("rule 'unusual' has changed, and its version is still 1");
    String other = BOOK.replace("gap: transactions, window: 9 h", "gap: transactions, window: 8 h");
    assertThat(RuleBookReader.parse("b", other, null, known, Models.NONE).rules())
        .containsExactly(old);
  }

  @Test
  void whatAnotherBookMayDeclareIsNoFault() {
    // Of a text alone nobody knows which fields the first book of a log has declared.
    RuleBookReader.check("b", BOOK.replaceAll("(?m)^fields.*$", ""));
    assertThatThrownBy(() -> RuleBookReader.check("b", BOOK.replace("amount > 4", "amuont > 4")))
        .hasMessageContaining("unknown name 'amuont'");
  }

  @Test
  void itGoesToWorkers() throws Exception {
    Rule rule = rule(BOOK);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(rule);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(in.readObject()).isEqualTo(rule);
    }
  }
}
