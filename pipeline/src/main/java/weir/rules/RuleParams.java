package weir.rules;

import java.util.Optional;
import weir.yaml.YamlMap;

/** The fields of one rule, and what amounts in it are multiplied by. */
record RuleParams(YamlMap yaml, CurrencyScale scale) {

  int count(String name, int atLeast) {
    return yaml.count(name, atLeast);
  }

  long duration(String name) {
    return yaml.duration(name);
  }

  AmountLimit amount(String name) {
    return AmountLimit.read(yaml, name, scale);
  }

  Optional<AmountLimit> optionalAmount(String name) {
    return yaml.has(name) ? Optional.of(amount(name)) : Optional.empty();
  }

  /** The fields of a mapping inside. */
  RuleParams within(String name) {
    return new RuleParams(yaml.map(name), scale);
  }
}
