package weir.rules;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import weir.expression.FaultyExpressionException;
import weir.expression.Scope;
import weir.expression.Type;
import weir.feature.Feature;
import weir.feature.Fields;
import weir.feature.Operand;
import weir.fields.DeclaredField;
import weir.files.YamlMap;

/** What the expressions of a book can ask for: what transactions say, and the book's features. */
public final class Vocabulary {
  private final Map<String, Fact> facts;
  private final Map<String, Feature> features = new HashMap<>();
  private final Scope scope;
  private final boolean whole;

  /** Of a book that declares nothing. */
  public static final Vocabulary PLAIN = new Vocabulary(List.of(), /* whole= */ true);

  /**
   * Of a book without features.
   *
   * @param declared the fields that its charter declares
   * @param whole whether there are no others; otherwise nothing is said of a faulty expression
   */
  public Vocabulary(List<DeclaredField> declared, boolean whole) {
    this(facts(declared), List.of(), whole);
  }

  private Vocabulary(Map<String, Fact> facts, List<Feature> features, boolean whole) {
    Map<String, Type> names = new HashMap<>();
    facts.forEach((name, fact) -> names.put(name, fact.type()));
    for (Feature each : features) {
      this.features.put(each.name(), each);
      names.put(each.name(), type(each));
    }
    this.facts = facts;
    this.scope = new Scope(names, /* lists= */ true);
    this.whole = whole;
  }

  /** The same with features. */
  public Vocabulary with(List<Feature> more) {
    return new Vocabulary(facts, more, whole);
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

  Map<String, Fact> facts() {
    return facts;
  }

  /** Those of the features that have one of these names, in the order of their names. */
  List<Feature> features(Set<String> names) {
    return features.values().stream()
        .filter(feature -> names.contains(feature.name()))
        .sorted(Comparator.comparing(Feature::name))
        .toList();
  }

  /** The condition of a feature, which asks for no feature. */
  public weir.filter.Selection where(String text) {
    try {
      return new OfOne(weir.expression.Condition.of(text, scope), facts);
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
