package weir.rules;

import java.io.Serializable;
import java.util.Set;
import java.util.function.Consumer;

/** A question that is asked of transactions; where the answer is yes, there is an alert. */
public sealed interface Rule extends Serializable permits KeyedRule, TotalInWindows {
  RuleHeader header();

  /** The names of all lists that it asks. */
  default Set<String> lists() {
    return header().filter().lists();
  }

  /** The names of all features that it asks for. */
  default Set<String> featureNames() {
    return Set.of();
  }

  /** How far back from a transaction it looks, in milliseconds. */
  long reachMillis();

  /** Calls the case that it is, so that each caller must handle every kind. */
  void match(Consumer<KeyedRule> keyed, Consumer<TotalInWindows> total);
}
