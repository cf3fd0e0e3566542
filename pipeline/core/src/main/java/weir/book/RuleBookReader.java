package weir.book;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import weir.expression.FaultyExpressionException;
import weir.failure.MisuseException;
import weir.feature.Feature;
import weir.feature.FeatureReader;
import weir.feature.KeyNames;
import weir.fields.DeclaredField;
import weir.fields.RecordLayout;
import weir.files.Durations;
import weir.files.YamlFile;
import weir.files.YamlMap;
import weir.filter.CurrencyScale;
import weir.filter.Filter;
import weir.learn.Model;
import weir.model.Severity;
import weir.rules.AmountOver;
import weir.rules.Audience;
import weir.rules.ByExpression;
import weir.rules.ByModel;
import weir.rules.CountInWindow;
import weir.rules.DistinctPlaces;
import weir.rules.Models;
import weir.rules.OfInputs;
import weir.rules.Passing;
import weir.rules.Rule;
import weir.rules.RuleHeader;
import weir.rules.RuleKind;
import weir.rules.RuleParams;
import weir.rules.SumInWindow;
import weir.rules.TotalInWindows;
import weir.rules.TravelSpeed;
import weir.rules.Vocabulary;

/**
 * Reads a rule book from its YAML file, and refuses one that is not right in every field, or that
 * has a rule which can never fire.
 */
public final class RuleBookReader {
  /** A new kind of rule is one file, and its name here. */
  private static final List<RuleKind> KINDS =
      List.of(
          AmountOver.KIND,
          CountInWindow.KIND,
          SumInWindow.KIND,
          DistinctPlaces.KIND,
          TravelSpeed.KIND,
          TotalInWindows.KIND,
          ByExpression.KIND,
          ByModel.KIND);

  private static final String DEFAULT_BOOK = "default-rules.yaml";
  private static final String BOOK_OF_USERS = "rules-of-users.yaml";

  private static final String SCALE = "currencyScale";

  private static final int MOST_VERSION = 999_999_999;

  private RuleBookReader() {}

  /** The book that ships with Weir. */
  public static RuleBook readDefault() {
    return parse(DEFAULT_BOOK, defaultText());
  }

  /** The text of the book that ships with Weir. */
  public static String defaultText() {
    return YamlFile.textOfShipped(RuleBookReader.class, DEFAULT_BOOK);
  }

  /** Those rules of the default book that look at no other key, and not at days. */
  public static RuleBook readOfUsers() {
    return parse(BOOK_OF_USERS, textOfUsers());
  }

  /** The text of that book. */
  public static String textOfUsers() {
    return YamlFile.textOfShipped(RuleBookReader.class, BOOK_OF_USERS);
  }

  public static RuleBook read(Path file) {
    return parse(file.toString(), text(file));
  }

  /** The text of a rule book's file. */
  public static String text(Path file) {
    return YamlFile.text(file, "a rule book");
  }

  /** Reads a rule book from its text; the file is only what the text is called in messages. */
  public static RuleBook parse(String file, String yaml) {
    return parse(file, yaml, /* standing= */ null);
  }

  /**
   * Reads a rule book that follows others.
   *
   * @param standing the charter of the others: it holds where the text says nothing, and the text
   *     may not say anything else
   */
  public static RuleBook parse(String file, String yaml, @Nullable Charter standing) {
    return parse(file, yaml, standing, UnaryOperator.identity(), Models.NONE);
  }

  /**
   * The same, where versions of rules are known.
   *
   * @param known what the version of a rule has meant so far; the rule itself if it is new
   * @param models those that rules can name
   */
  public static RuleBook parse(
      String file,
      String yaml,
      @Nullable Charter standing,
      UnaryOperator<Rule> known,
      Models models) {
    return book(YamlFile.parse(file, yaml), CharterReader.of(standing), known, models);
  }

  /** Reads the first rule book, where models are announced already. */
  public static RuleBook parseFirst(String file, String yaml, Models models) {
    return parse(file, yaml, /* standing= */ null, UnaryOperator.identity(), models);
  }

  /**
   * Refuses a text that can be no rule book, whether it is the first or a later one: without what
   * was announced, this much can be said.
   */
  public static void check(String file, String yaml) {
    book(
        YamlFile.parse(file, yaml),
        CharterReader.ofAny(),
        UnaryOperator.identity(),
        Models.UNKNOWN);
  }

  /**
   * A book with the charter and features of another, and one rule in place of all of its own, which
   * tells of every transaction what a model would take of it.
   *
   * @param inputs expressions; none if all numbers are wanted that the book has
   */
  public static RuleBook ofInputs(String file, String yaml, List<String> inputs) {
    RuleBook more = withInputs(file, yaml, inputs, /* standing= */ null, Models.UNKNOWN);
    return new RuleBook(
        more.rules().subList(more.rules().size() - 1, more.rules().size()), more.charter());
  }

  /**
   * A book with one rule more, the last, which tells of every transaction what a model would take
   * of it.
   *
   * @param inputs expressions; none if all numbers are wanted that the book has
   * @param standing the charter of the books before; null if the text is the first
   * @param models those that its rules can ask
   */
  public static RuleBook withInputs(
      String file, String yaml, List<String> inputs, @Nullable Charter standing, Models models) {
    CharterReader charter = CharterReader.of(standing);
    RuleBook its = book(YamlFile.parse(file, yaml), charter, UnaryOperator.identity(), models);
    try {
      List<Rule> rules = new ArrayList<>(its.rules());
      Rule asking = OfInputs.of(inputs, head(YamlFile.parse(file, yaml), charter).vocabulary());
      rules.add(asking);
      return new RuleBook(rules, its.charter().reaching(asking.reachMillis()));
    } catch (FaultyExpressionException faulty) {
      throw new MisuseException(file + ": an input of the model: " + faulty.getMessage());
    }
  }

  /**
   * A book with the charter and features of another, and rules in place of its own which tell of
   * every transaction what all of the features say.
   */
  public static RuleBook ofFeatures(String file, String yaml) {
    CharterReader charter = CharterReader.of(/* standing= */ null);
    RuleBook its =
        book(YamlFile.parse(file, yaml), charter, UnaryOperator.identity(), Models.UNKNOWN);
    List<Rule> telling =
        List.copyOf(ByExpression.telling(head(YamlFile.parse(file, yaml), charter).vocabulary()));
    return new RuleBook(telling, its.charter().reaching(RuleBook.reachMillis(telling)));
  }

  /**
   * Refuses a model that no rule of a book could ask.
   *
   * @param standing the charter of the books before; null if the text is the first
   */
  public static void checkFits(Model model, String file, String yaml, @Nullable Charter standing) {
    Vocabulary vocabulary =
        head(YamlFile.parse(file, yaml), CharterReader.of(standing)).vocabulary();
    ByModel.whyUnfit(model, vocabulary)
        .ifPresent(
            why -> {
              throw new MisuseException(file + " does not fit: " + why);
            });
  }

  /**
   * What a book says besides its rules.
   *
   * @param horizon none if it is what the rules need
   */
  private record Head(
      long lateness,
      long skew,
      long lead,
      OptionalLong horizon,
      boolean labels,
      RecordLayout layout,
      List<Key> keys,
      Declared declared,
      KeyNames keyNames,
      CurrencyScale scale,
      Vocabulary vocabulary) {

    Charter charter(long reach) {
      return new Charter(reach, lateness, skew, lead, layout, keys, labels);
    }
  }

  private static Head head(YamlMap top, CharterReader charter) {
    long lateness = charter.lateness(top);
    long skew = charter.skew(top);
    long lead = charter.lead(top);
    OptionalLong horizon = charter.horizon(top);
    boolean labels = charter.labels(top);
    RecordLayout layout = charter.layout(top, labels);
    List<Key> keys = charter.keys(top, layout);
    Declared declared = new Declared(layout.fields(), charter.knowsFields(top));
    KeyNames keyNames =
        new KeyNames(
            keys.stream().map(Key::name).collect(Collectors.toSet()), charter.knowsKeys(top));
    CurrencyScale scale = top.has(SCALE) ? CurrencyScale.read(top.map(SCALE)) : CurrencyScale.NONE;
    Vocabulary plain = new Vocabulary(layout.fields(), declared.all());
    List<Feature> features =
        new FeatureReader(
                Vocabulary.operands(layout.fields()),
                plain.fieldNames(),
                keyNames,
                charter.whyNoLabels(top, labels),
                plain::where,
                horizon.orElse(Long.MAX_VALUE))
            .read(top);
    Map<String, String> ofKeys =
        keys.stream().collect(Collectors.toMap(Key::name, Key::said, (one, same) -> one));
    return new Head(
        lateness,
        skew,
        lead,
        horizon,
        labels,
        layout,
        keys,
        declared,
        keyNames,
        scale,
        plain.with(features, ofKeys));
  }

  /** Reads a rule book from its top. */
  static RuleBook book(
      YamlMap top, CharterReader charter, UnaryOperator<Rule> known, Models models) {
    Head head = head(top, charter);
    OptionalLong horizon = head.horizon();
    List<Rule> rules = new ArrayList<>();
    Map<String, Integer> lines = new HashMap<>();
    for (YamlMap each : top.maps("rules", "at least one rule")) {
      Optional<Rule> rule =
          rule(
              new RuleParams(each, head.scale(), head.vocabulary(), models),
              head.declared(),
              head.keyNames(),
              lines);
      rule.ifPresent(rules::add);
      if (rule.isPresent() && isSound(top, each)) {
        checkVersion(each, rule.get(), known.apply(rule.get()));
      }
      if (rule.isPresent() && horizon.isPresent() && charter.isHorizonSound(top)) {
        checkReach(each, rule.get(), horizon.getAsLong());
      }
    }
    if (rules.size() > RuleBook.MOST_RULES) {
      top.wrong("rules", "has " + rules.size() + " rules, expected at most " + RuleBook.MOST_RULES);
    }
    top.finish();
    long reach = horizon.orElseGet(() -> RuleBook.reachMillis(rules));
    return new RuleBook(rules, head.charter(reach));
  }

  /**
   * The fields of which filters may ask.
   *
   * @param all whether there are no others
   */
  private record Declared(List<DeclaredField> fields, boolean all) {}

  private static Optional<Rule> rule(
      RuleParams params, Declared declared, KeyNames keys, Map<String, Integer> lines) {
    YamlMap yaml = params.yaml();
    RuleHeader header =
        new RuleHeader(
            yaml.text(
                "id",
                "[a-z0-9][a-z0-9-]{0,63}",
                "up to 64 lower-case letters, digits and hyphens, such as high-value"),
            yaml.count("version", 1, MOST_VERSION),
            yaml.oneOf("severity", Severity.class),
            Audience.read(yaml),
            yaml.has("filter") ? filter(params.within("filter"), declared) : Filter.NONE,
            keys.read(yaml));
    checkId(yaml, header.id(), lines);
    // A rule that says when it fires need not say that it does so.
    String kindName =
        !yaml.has("kind") && yaml.has(ByExpression.WHEN)
            ? ByExpression.KIND.name()
            : yaml.oneOf("kind", KINDS.stream().map(RuleKind::name).toList());
    Optional<RuleKind> kind = KINDS.stream().filter(it -> it.name().equals(kindName)).findFirst();
    if (header.by() != null && kind.isPresent() && !kind.get().whyNoKey().isEmpty()) {
      yaml.wrong("by", kind.get().whyNoKey() + "; leave it out");
    }
    // Of an unknown kind nobody knows what its fields should be.
    Optional<Rule> rule = kind.map(known -> known.read().apply(header, params));
    if (rule.isPresent()) {
      yaml.nothingElse();
    } else {
      yaml.nothingMissing();
    }
    return rule;
  }

  /** Whether a rule is what its text says: faults in it are read as something else. */
  private static boolean isSound(YamlMap top, YamlMap rule) {
    return rule.isSound()
        && (!rule.has("filter") || rule.map("filter").isSound())
        && (!top.has(SCALE) || top.map(SCALE).isSound());
  }

  private static void checkVersion(YamlMap yaml, Rule rule, Rule known) {
    if (!known.equals(rule)) {
      yaml.wrong(
          "version",
          String.format(
              "rule '%s' has changed, and its version is still %d; give it a version that it never"
                  + " had",
              rule.header().id(), rule.header().version()));
    }
  }

  private static void checkReach(YamlMap yaml, Rule rule, long horizon) {
    if (rule.reachMillis() > horizon && yaml.has("window") && yaml.isSound("window")) {
      yaml.wrong(
          "window",
          "the rule looks back "
              + Durations.print(rule.reachMillis())
              + ", beyond the book's horizon ("
              + Durations.print(horizon)
              + "); shorten the window or raise the horizon");
    }
  }

  private static void checkId(YamlMap yaml, String id, Map<String, Integer> lines) {
    Integer line = id.isEmpty() ? null : lines.putIfAbsent(id, yaml.line("id"));
    if (line != null) {
      yaml.wrong("id", "'" + id + "' is the id of the rule in line " + line + "; choose another");
    }
  }

  private static Filter filter(RuleParams params, Declared declared) {
    YamlMap yaml = params.yaml();
    Filter filter = Filter.read(yaml, params.scale(), declared.fields());
    Passing.checkFilter(yaml, filter);
    if (declared.all()) {
      yaml.nothingElse();
    }
    return filter;
  }
}
