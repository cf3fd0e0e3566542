package weir.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import weir.book.RuleBook;
import weir.book.RuleBookReader;

/** Which rules may cease to fire on a transaction when more becomes known. */
class GroundTest {
  private static final String BOOK =
      """
      allowedLateness: 10 s
      allowedClockSkew: 5 s
      fields: {risk: number}
      keys: {merchant: merchantId}
      features:
        many: {count: transactions, by: merchant, window: 1 min}
        users: {distinct: userId, by: merchant, window: 1 min}
        most: {max: risk, by: merchant, window: 1 min}
        taken: {sum: amount, by: merchant, window: 1 min}
        risks: {sum: risk, by: merchant, window: 1 min}
        least: {min: amount, by: merchant, window: 1 min}
        usual: {mean: amount, by: merchant, window: 1 min}
      rules:
        - {id: many, version: 1, severity: low, when: many > 3 && amount < 20, reason: "{usual}"}
        - {id: users, version: 1, severity: low, when: 3 <= users || taken > 100, reason: x}
        - {id: most, version: 1, severity: low, when: most > risk, reason: x}
        - {id: often, version: 1, severity: low, kind: count-in-window, by: merchant, moreThan: 2, window: 1 min}
        - {id: few, version: 1, severity: low, when: many < 3, reason: x}
        - {id: risks, version: 1, severity: low, when: risks > 3, reason: x}
        - {id: least, version: 1, severity: low, when: least > 3, reason: x}
        - {id: usual, version: 1, severity: low, when: users > 1 && amount > usual, reason: x}
        - {id: beside, version: 1, severity: low, when: users > many - 2, reason: x}
        - {id: travel, version: 1, severity: low, kind: travel-speed, by: merchant, overKmh: 900, overKm: 100, window: 1 min}
      """;

  private static List<String> losing(RuleBook book) {
    return book.keyedRules().stream()
        .filter(rule -> !rule.keys().isEmpty() && rule.canLoseGround())
        .map(rule -> rule.header().id())
        .toList();
  }

  @Test
  void onlyWhatNeverFallsAndIsOnlyAskedWhetherItIsGreatEnoughKeepsIt() {
    assertThat(losing(RuleBookReader.parse("test", BOOK)))
        .containsExactly("few", "risks", "least", "usual", "beside", "travel");
  }

  /** So after a crash it says nothing that it would not say without one. */
  @Test
  void theDefaultBookKeepsIt() {
    assertThat(losing(RuleBookReader.readDefault())).isEmpty();
  }
}
