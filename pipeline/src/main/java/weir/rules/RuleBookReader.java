package weir.rules;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import weir.model.Severity;
import weir.yaml.YamlFile;
import weir.yaml.YamlMap;

/** Reads a rule book from its YAML file, and refuses one that is not right in every field. */
public final class RuleBookReader {
  /** A new kind of rule is one file, and its name here. */
  private static final List<RuleKind> KINDS =
      List.of(
          AmountOver.KIND,
          CountInWindow.KIND,
          SumInWindow.KIND,
          DistinctPlaces.KIND,
          TravelSpeed.KIND,
          TotalInWindows.KIND);

  private static final String DEFAULT_BOOK = "default-rules.yaml";

  private RuleBookReader() {}

  /** The book that ships with Weir. */
  public static RuleBook readDefault() {
    return book(YamlFile.readShipped(RuleBookReader.class, DEFAULT_BOOK));
  }

  public static RuleBook read(Path file) {
    return book(YamlFile.read(file, "a rule book"));
  }

  /** Reads a rule book from its text; the file is only what the text is called in messages. */
  public static RuleBook parse(String file, String yaml) {
    return book(YamlFile.parse(file, yaml));
  }

  private static RuleBook book(YamlMap top) {
    long lateness = top.duration("allowedLateness", 0);
    long skew = top.duration("allowedClockSkew", 0);
    CurrencyScale scale =
        top.has("currencyScale")
            ? CurrencyScale.read(top.map("currencyScale"))
            : CurrencyScale.NONE;
    List<Rule> rules = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (YamlMap each : top.maps("rules")) {
      Rule rule = rule(new RuleParams(each, scale));
      if (!ids.add(rule.header().id())) {
        throw each.wrong("id", "'" + rule.header().id() + "' a second time", "an id of its own");
      }
      rules.add(rule);
    }
    top.nothingElse();
    if (rules.isEmpty()) {
      throw top.wrong("rules", "no rule", "at least one");
    }
    return new RuleBook(rules, lateness, skew);
  }

  private static Rule rule(RuleParams params) {
    YamlMap yaml = params.yaml();
    RuleHeader header =
        new RuleHeader(
            yaml.text("id", "[a-z0-9][a-z0-9-]{0,63}", "lower-case letters, digits and hyphens"),
            yaml.count("version", 1),
            yaml.oneOf("severity", Severity.class),
            yaml.has("filter") ? filter(params.within("filter")) : Filter.NONE);
    String kindName = yaml.text("kind");
    RuleKind kind =
        KINDS.stream()
            .filter(each -> each.name().equals(kindName))
            .findFirst()
            .orElseThrow(() -> yaml.wrong("kind", "'" + kindName + "'", "one of " + kindNames()));
    Rule rule;
    try {
      rule = kind.read().apply(header, params);
    } catch (IllegalArgumentException wrong) {
      throw yaml.wrong(
          "kind", "a " + kindName + " that cannot be", String.valueOf(wrong.getMessage()));
    }
    yaml.nothingElse();
    return rule;
  }

  private static Filter filter(RuleParams params) {
    YamlMap yaml = params.yaml();
    Filter filter =
        new Filter(
            Names.read(yaml, "paymentMethod"),
            Names.read(yaml, "category"),
            Names.read(yaml, "country"),
            Names.read(yaml, "currency"),
            params.optionalAmount("amountOver").orElse(null),
            params.optionalAmount("amountBelow").orElse(null),
            yaml.has("coordinates") ? yaml.yesOrNo("coordinates") : null);
    yaml.nothingElse();
    return filter;
  }

  private static String kindNames() {
    return KINDS.stream().map(RuleKind::name).collect(Collectors.joining(", "));
  }
}
