package weir.rules;

import java.util.function.BiFunction;

/**
 * A kind of rule by the name it has in a rule book, and how its parameters are read.
 *
 * @param whyNoKey why a rule of the kind cannot look at the transactions of a key; empty if it can
 */
public record RuleKind(
    String name, String whyNoKey, BiFunction<RuleHeader, RuleParams, Rule> read) {

  /** A kind whose rules can look at the transactions of any key. */
  static RuleKind ofAnyKey(String name, BiFunction<RuleHeader, RuleParams, Rule> read) {
    return new RuleKind(name, "", read);
  }
}
