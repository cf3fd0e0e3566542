package weir.keys;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import weir.rules.KeyedRule;

/**
 * A rule that looks at transactions of other keys than the user.
 *
 * @param place of the rule among the keyed rules of its book
 * @param rule for transactions that reached the log while it was in force
 * @param keys at which it looks: a bit for each, by its place in the charter
 * @param features of an expression; of a rule of another kind one that stands for its window
 * @param byName the same by their names
 */
public record PlannedRule(
    int place,
    KeyedRule rule,
    int keys,
    List<PlannedFeature> features,
    Map<String, PlannedFeature> byName) {

  static PlannedRule of(int place, KeyedRule rule, int keys, List<PlannedFeature> features) {
    return new PlannedRule(
        place,
        rule,
        keys,
        List.copyOf(features),
        features.stream()
            .collect(Collectors.toUnmodifiableMap(PlannedFeature::name, Function.identity())));
  }

  /** Whether it is an expression, which can be judged even where a transaction lacks a key. */
  public boolean isExpression() {
    return rule.header().by() == null;
  }

  /**
   * The last key at which it looks, where all is known that it asks for.
   *
   * @param path the keys at which the transaction is looked at
   */
  public int lastKey(int path) {
    int common = keys & path;
    return common == 0 ? Keys.USER : Integer.SIZE - 1 - Integer.numberOfLeadingZeros(common);
  }

  /** Whether it can be judged at all. */
  boolean isFor(int path) {
    return isExpression() || (keys & path) != 0;
  }
}
