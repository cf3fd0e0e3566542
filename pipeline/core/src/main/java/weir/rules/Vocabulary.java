package weir.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import weir.expression.Expression;
import weir.expression.FaultyExpressionException;
import weir.expression.Scope;
import weir.expression.Type;
import weir.feature.Feature;
import weir.feature.Fields;
import weir.feature.Operand;
import weir.fields.DeclaredField;
import weir.files.Suggestion;
import weir.files.YamlMap;
import weir.learn.InputScale;
import weir.model.Printable;

/** What the expressions of a book can ask for: what transactions say, and the book's features. */
public final class Vocabulary {
  private static final int DECIMALS_OF_AMOUNTS = 2;
  private static final int DECIMALS_OF_OTHERS = 3;

  private final Map<String, Fact> facts;
  private final Map<String, Feature> features = new HashMap<>();
  private final Scope scope;
  private final boolean whole;
  private final Map<String, String> keyFields;

  /** Of a book that declares nothing. */
  public static final Vocabulary PLAIN = new Vocabulary(List.of(), /* whole= */ true);

  /**
   * Of a book without features.
   *
   * @param declared the fields that its charter declares
   * @param whole whether there are no others; otherwise nothing is said of a faulty expression
   */
  public Vocabulary(List<DeclaredField> declared, boolean whole) {
    this(facts(declared), List.of(), Map.of(), whole);
  }

  private Vocabulary(
      Map<String, Fact> facts,
      List<Feature> features,
      Map<String, String> keyFields,
      boolean whole) {
    Map<String, Type> names = new HashMap<>();
    facts.forEach((name, fact) -> names.put(name, fact.type()));
    for (Feature each : features) {
      this.features.put(each.name(), each);
      names.put(each.name(), type(each));
    }
    this.facts = facts;
    this.scope = new Scope(names, /* lists= */ true);
    this.whole = whole;
    this.keyFields = keyFields;
  }

  /**
   * The same with features.
   *
   * @param ofKeys the fields that each key is made of, as the charter says it
   */
  public Vocabulary with(List<Feature> more, Map<String, String> ofKeys) {
    return new Vocabulary(facts, more, ofKeys, whole);
  }

  private static Map<String, Fact> facts(List<DeclaredField> declared) {
    Map<String, Fact> facts = new HashMap<>(Fact.OF_ALL);
    declared.forEach(field -> facts.put(field.name(), Fact.of(field)));
    return Map.copyOf(facts);
  }

  private static Type type(Feature feature) {
    return switch (feature.type()) {
      case WHOLE, REAL -> Type.NUMBER;
      case TEXT -> Type.TEXT;
    };
  }

  /** What features can look at, of these declared fields and of what every transaction has. */
  public static Map<String, Operand> operands(List<DeclaredField> declared) {
    Map<String, Operand> operands = new HashMap<>(Fields.STANDARD);
    for (DeclaredField each : declared) {
      String name = each.name();
      switch (each.type()) {
        case TEXT ->
            operands.put(name, new Operand.TextField(name, tx -> tx.declared().text(name)));
        case NUMBER ->
            operands.put(name, new Operand.NumberField(name, tx -> tx.declared().millionths(name)));
        case BOOL -> {}
      }
    }
    return operands;
  }

  /** The names of all fields that expressions can ask for. */
  public Set<String> fieldNames() {
    return facts.keySet();
  }

  /** What these names stand for, as far as they are those of features, and those of all fields. */
  Asked asked(Set<String> names) {
    return Asked.of(facts, features(names));
  }

  /** Those of the features that have one of these names, in the order of their names. */
  private List<Feature> features(Set<String> names) {
    return features.values().stream()
        .filter(feature -> names.contains(feature.name()))
        .sorted(Comparator.comparing(Feature::name))
        .toList();
  }

  Scope scope() {
    return scope;
  }

  /** The feature of this name. */
  @Nullable Feature feature(String name) {
    return features.get(name);
  }

  /** All features, in the order of their names. */
  List<Feature> features() {
    return features(features.keySet());
  }

  /** All that the values of a feature follow from, in the form of a book. */
  String definition(Feature feature) {
    String by = feature.by();
    String key = by == null ? null : by + "(" + keyFields.getOrDefault(by, by) + ")";
    return feature.definition(key);
  }

  /**
   * Refuses features that are not defined here as a model takes them to be.
   *
   * @param definitions by their names
   */
  void checkFeatures(Map<String, String> definitions) throws UnfitModelException {
    for (Map.Entry<String, String> each : definitions.entrySet()) {
      String name = each.getKey();
      Feature here = features.get(name);
      String asked =
          "the model takes the feature "
              + Printable.text(name)
              + " to be "
              + Printable.text(each.getValue());
      if (here == null) {
        throw new UnfitModelException(
            asked + ", but there is none; add it" + Suggestion.after(name, features.keySet()));
      }
      if (!definition(here).equals(each.getValue())) {
        throw new UnfitModelException(
            asked
                + ", but here it is "
                + definition(here)
                + "; give that one another name, or train the model again");
      }
    }
  }

  /** All that are numbers or conditions: what transactions say, then features, each by name. */
  List<String> numbers() {
    List<String> numbers = new ArrayList<>();
    facts.entrySet().stream()
        .filter(each -> each.getValue().type() != Type.TEXT)
        .map(Map.Entry::getKey)
        .sorted()
        .forEach(numbers::add);
    for (Feature each : features()) {
      if (type(each) != Type.TEXT) {
        numbers.add(each.name());
      }
    }
    return numbers;
  }

  /** How a model takes the values of an expression. */
  InputScale scaleOf(Expression expression) {
    if (expression.type() == Type.YES_OR_NO) {
      return new InputScale(0);
    }
    for (String name : expression.names()) {
      if (expression.isName(name)) {
        Feature feature = features.get(name);
        return new InputScale(feature == null ? decimals(name) : decimals(feature));
      }
    }
    return new InputScale(DECIMALS_OF_OTHERS);
  }

  /** Amounts in whole cents; coordinates, declared numbers and what is made of them finer. */
  private static int decimals(String fact) {
    return switch (fact) {
      case "hour", "weekday" -> 0;
      case "amount" -> DECIMALS_OF_AMOUNTS;
      default -> DECIMALS_OF_OTHERS;
    };
  }

  private static int decimals(Feature feature) {
    return switch (feature.function()) {
      case COUNT, DISTINCT, FRAUDS, GAP -> 0;
      case SHARE -> InputScale.MOST_DECIMALS;
      case SUM, MEAN, MIN, MAX, STDDEV, FIRST, LAST ->
          feature.operand() instanceof Operand.Amount ? DECIMALS_OF_AMOUNTS : DECIMALS_OF_OTHERS;
    };
  }

  /** The condition of a feature, which asks for no feature. */
  public weir.filter.Selection where(String text) {
    try {
      return new OfOne(weir.expression.Condition.of(text, scope), Asked.of(facts, List.of()));
    } catch (FaultyExpressionException wrong) {
      if (whole) {
        throw new IllegalArgumentException(sentence(wrong), wrong);
      }
      return weir.filter.Filter.NONE;
    }
  }

  /** Makes something of a text and the names that can stand in it. */
  interface Reading<T> {
    T read(String text, Scope scope) throws FaultyExpressionException;
  }

  /** What a field of a rule says; nothing if it is faulty, which is reported. */
  <T> Optional<T> read(YamlMap yaml, String name, String expected, Reading<T> reading) {
    String text = yaml.text(name, expected);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(reading.read(text, scope));
    } catch (FaultyExpressionException wrong) {
      if (whole) {
        yaml.wrong(name, sentence(wrong));
      }
      return Optional.empty();
    }
  }

  private static String sentence(FaultyExpressionException wrong) {
    return wrong.getMessage() + " (at character " + (wrong.offset() + 1) + ")";
  }
}
