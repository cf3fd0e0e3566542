package weir.rules;

import weir.files.YamlMap;
import weir.filter.AmountLimit;
import weir.filter.CurrencyScale;

/** The fields of one rule, and what amounts in it are multiplied by. */
public record RuleParams(YamlMap yaml, CurrencyScale scale) {
  /** No history of one user holds more, so a rule that asks for more could never fire. */
  static final int MOST_COUNTED = 1_000_000;

  int count(String name, int atLeast, int atMost) {
    return yaml.count(name, atLeast, atMost);
  }

  long duration(String name) {
    return yaml.duration(name);
  }

  AmountLimit amount(String name) {
    return AmountLimit.read(yaml, name, scale);
  }

  /** The fields of a mapping inside. */
  public RuleParams within(String name) {
    return new RuleParams(yaml.map(name), scale);
  }
}
