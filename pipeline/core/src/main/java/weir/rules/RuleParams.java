package weir.rules;

import weir.files.YamlMap;
import weir.filter.AmountLimit;
import weir.filter.CurrencyScale;

/**
 * The fields of one rule.
 *
 * @param scale what amounts in it are multiplied by
 * @param vocabulary what its expressions can ask for
 * @param models those that it can name
 */
public record RuleParams(YamlMap yaml, CurrencyScale scale, Vocabulary vocabulary, Models models) {
  /** No history of one user holds more, so a rule that asks for more could never fire. */
  static final int MOST_COUNTED = 1_000_000;

  /** Of a rule without expressions. */
  public RuleParams(YamlMap yaml, CurrencyScale scale) {
    this(yaml, scale, Vocabulary.PLAIN, Models.NONE);
  }

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
    return new RuleParams(yaml.map(name), scale, vocabulary, models);
  }
}
