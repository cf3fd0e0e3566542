package weir.rules;

import java.io.Serializable;
import java.util.function.Consumer;

/** A question that is asked of transactions; where the answer is yes, there is an alert. */
public sealed interface Rule extends Serializable permits KeyedRule, TotalInWindows {
  RuleHeader header();

  /** How far back from a transaction it looks, in milliseconds. */
  long reachMillis();

  /**
   * Hands it to the one that it is for: whoever takes rules apart must say what becomes of each.
   */
  void match(Consumer<KeyedRule> keyed, Consumer<TotalInWindows> total);
}
