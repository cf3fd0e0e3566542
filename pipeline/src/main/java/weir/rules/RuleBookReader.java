package weir.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import weir.model.Severity;

/** Reads a rule book from its YAML file, and refuses one that is not right in every field. */
public final class RuleBookReader {
  /** A new kind of rule is one file, and its name here. */
  private static final List<RuleKind> KINDS =
      List.of(
          AmountOver.KIND,
          CountInWindow.KIND,
          DistinctPlaces.KIND,
          TravelSpeed.KIND,
          TotalInWindows.KIND);

  private static final String DEFAULT_BOOK = "default-rules.yaml";

  private final String file;

  private RuleBookReader(String file) {
    this.file = file;
  }

  /** The book that ships with Weir. */
  public static RuleBook readDefault() {
    try (InputStream in = RuleBookReader.class.getResourceAsStream(DEFAULT_BOOK)) {
      if (in == null) {
        throw new IllegalStateException(DEFAULT_BOOK + " is missing from the jar");
      }
      return parse(DEFAULT_BOOK, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw new IllegalStateException(DEFAULT_BOOK + " cannot be read", broken);
    }
  }

  public static RuleBook read(Path file) {
    try {
      return parse(file.toString(), Files.readString(file));
    } catch (IOException unreadable) {
      throw new InvalidRuleBookException(
          file + ": cannot be read, expected a rule book in YAML and UTF-8");
    }
  }

  /** Reads a rule book from its text; the file is only what the text is called in messages. */
  public static RuleBook parse(String file, String yaml) {
    return new RuleBookReader(file).book(new StringReader(yaml));
  }

  private RuleBook book(Reader yaml) {
    YamlMap top;
    try {
      LoaderOptions strict = new LoaderOptions();
      top = new YamlMap(file, "", new Yaml(new SafeConstructor(strict)).compose(yaml));
    } catch (MarkedYAMLException broken) {
      throw new InvalidRuleBookException(
          file
              + ":"
              + (broken.getProblemMark() == null ? 1 : broken.getProblemMark().getLine() + 1)
              + ": not YAML: "
              + broken.getProblem());
    } catch (YAMLException broken) {
      throw new InvalidRuleBookException(
          file
              + ": not YAML: "
              + String.valueOf(broken.getMessage()).lines().findFirst().orElse(""));
    }
    long lateness = top.duration("allowedLateness", 0);
    long skew = top.duration("allowedClockSkew", 0);
    List<Rule> rules = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (YamlMap each : top.maps("rules")) {
      Rule rule = rule(each);
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

  private static Rule rule(YamlMap yaml) {
    RuleHeader header =
        new RuleHeader(
            yaml.text("id", "[a-z0-9][a-z0-9-]{0,63}", "lower-case letters, digits and hyphens"),
            yaml.count("version", 1),
            yaml.oneOf("severity", Severity.class),
            yaml.has("filter") ? filter(yaml.map("filter")) : Filter.NONE);
    String kindName = yaml.text("kind");
    RuleKind kind =
        KINDS.stream()
            .filter(each -> each.name().equals(kindName))
            .findFirst()
            .orElseThrow(() -> yaml.wrong("kind", "'" + kindName + "'", "one of " + kindNames()));
    Rule rule;
    try {
      rule = kind.read().apply(header, yaml);
    } catch (IllegalArgumentException wrong) {
      throw yaml.wrong(
          "kind", "a " + kindName + " that cannot be", String.valueOf(wrong.getMessage()));
    }
    yaml.nothingElse();
    return rule;
  }

  private static Filter filter(YamlMap yaml) {
    Filter filter =
        new Filter(
            yaml.names("paymentMethod"),
            yaml.names("category"),
            yaml.names("country"),
            yaml.names("currency"),
            yaml.optionalAmount("amountOver").orElse(null),
            yaml.optionalAmount("amountBelow").orElse(null));
    yaml.nothingElse();
    return filter;
  }

  private static String kindNames() {
    return KINDS.stream().map(RuleKind::name).collect(Collectors.joining(", "));
  }
}
