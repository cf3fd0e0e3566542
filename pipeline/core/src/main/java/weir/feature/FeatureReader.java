package weir.feature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import weir.fields.FieldNames;
import weir.files.Suggestion;
import weir.files.YamlMap;
import weir.filter.Selection;

/** Reads the features of a rule book, and reports everything that is wrong with any of them. */
public final class FeatureReader {
  static final int MOST_FEATURES = 200;

  /** What is counted where no field is looked at. */
  private static final String TRANSACTIONS = "transactions";

  private static final String FRAUD = "fraud";

  private static final String ITSELF = "itself";
  private static final int PAIR = 2;

  private static final List<String> FUNCTIONS =
      Arrays.stream(Function.values()).map(Function::word).distinct().toList();

  private final Map<String, Operand> operands;
  private final Set<String> fields;
  private final KeyNames keys;
  private final @Nullable String whyNoLabels;
  private final Conditions conditions;
  private final long horizonMillis;

  /** Reads conditions. */
  public interface Conditions {

    /**
     * The condition that a text says; throws {@link IllegalArgumentException} with a sentence for
     * the author if it says none.
     */
    Selection read(String text);
  }

  /**
   * A reader.
   *
   * @param operands what functions can look at, by the names in the book
   * @param horizonMillis how far back a feature may look
   */
  public FeatureReader(
      Map<String, Operand> operands, KeyNames keys, Conditions conditions, long horizonMillis) {
    this(operands, operands.keySet(), keys, "there are no labels here", conditions, horizonMillis);
  }

  /**
   * A reader of a book whose expressions know further names.
   *
   * @param fields the names of all fields that expressions can ask for
   * @param whyNoLabels why features may not look at labels; absent if they may
   */
  public FeatureReader(
      Map<String, Operand> operands,
      Set<String> fields,
      KeyNames keys,
      @Nullable String whyNoLabels,
      Conditions conditions,
      long horizonMillis) {
    this.whyNoLabels = whyNoLabels;
    this.operands = operands;
    this.fields = fields;
    this.keys = keys;
    this.conditions = conditions;
    this.horizonMillis = horizonMillis;
  }

  /** The features of a book; none if it has no such field. */
  public List<Feature> read(YamlMap book) {
    if (!book.has("features")) {
      return List.of();
    }
    YamlMap yaml = book.map("features");
    List<Feature> features = new ArrayList<>();
    for (String name : yaml.names()) {
      boolean isNamed = isNamed(yaml, name);
      YamlMap one = yaml.map(name);
      feature(isNamed ? name : "unnamed", one).ifPresent(features::add);
      one.nothingElse();
    }
    if (yaml.names().size() > MOST_FEATURES) {
      book.wrong(
          "features",
          "has " + yaml.names().size() + " features, expected at most " + MOST_FEATURES);
    }
    return features;
  }

  private boolean isNamed(YamlMap yaml, String name) {
    if (!Feature.isName(name)) {
      yaml.wrongName(name, "found '" + name + "', expected " + Feature.FORM);
      return false;
    }
    if (name.equals(Feature.WARM)) {
      yaml.wrongName(name, "'" + name + "' is what alerts say of features; choose another name");
      return false;
    }
    if (FieldNames.isReserved(name)) {
      yaml.wrongName(
          name, "'" + name + "' means something else in expressions; choose another name");
      return false;
    }
    if (fields.contains(name)) {
      yaml.wrongName(name, "'" + name + "' is a field of transactions; choose another name");
    }
    return true;
  }

  /** What was read; nothing if it is not known what it would compute. */
  private Optional<Feature> feature(String name, YamlMap yaml) {
    String word = yaml.only(FUNCTIONS);
    Optional<Function> function = function(yaml, word);
    Optional<Operand> operand = function.flatMap(known -> operand(yaml, known));
    FeatureWindow window = WindowReader.read(yaml, horizonMillis);
    String by = keys.read(yaml);
    boolean without = without(yaml, function, window);
    Where where = yaml.has("where") ? where(yaml) : Where.ALL;
    if (function.isPresent() && function.get().isOfLabels()) {
      checkLabels(yaml, word);
      return function.map(
          known ->
              new Feature(
                  name,
                  known,
                  /* operand= */ null,
                  by == null ? KeyNames.USER : by,
                  window,
                  /* withoutItself= */ false,
                  Where.ALL));
    }
    return function
        .filter(known -> known.needs().isMetBy(operand.orElse(null)))
        .map(known -> new Feature(name, known, operand.orElse(null), by, window, without, where));
  }

  private static Optional<Function> function(YamlMap yaml, String word) {
    if (word.equals(Function.COUNT.word()) && yaml.says(word, FRAUD)) {
      return Optional.of(Function.FRAUDS);
    }
    return Arrays.stream(Function.values()).filter(each -> each.word().equals(word)).findFirst();
  }

  /** A label says nothing of its payment but its keys. */
  private void checkLabels(YamlMap yaml, String word) {
    if (whyNoLabels != null) {
      yaml.wrong(word, whyNoLabels);
    }
    for (String each : List.of("where", "without")) {
      if (yaml.has(each)) {
        yaml.wrong(each, "a label says only whether a payment was fraud; leave this out");
      }
    }
  }

  private Optional<Operand> operand(YamlMap yaml, Function function) {
    String word = function.word();
    return switch (function.needs()) {
      case NOTHING -> {
        yaml.oneOf(word, counted(function));
        yield Optional.empty();
      }
      case NUMBER -> field(yaml, word, Operand.Numeric.class);
      case ANYTHING -> field(yaml, word, Operand.class);
      case TEXT -> textual(yaml, word);
    };
  }

  private static List<String> counted(Function function) {
    return switch (function) {
      case SHARE -> List.of(FRAUD);
      case COUNT, FRAUDS -> List.of(TRANSACTIONS, FRAUD);
      default -> List.of(TRANSACTIONS);
    };
  }

  private Optional<Operand> field(YamlMap yaml, String word, Class<? extends Operand> kind) {
    return Optional.ofNullable(operands.get(yaml.oneOf(word, named(kind))));
  }

  private List<String> named(Class<? extends Operand> kind) {
    return operands.entrySet().stream()
        .filter(each -> kind.isInstance(each.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private Optional<Operand> textual(YamlMap yaml, String word) {
    List<String> known = named(Operand.TextField.class);
    List<Operand.TextField> fields = new ArrayList<>();
    for (String name : yaml.names(word)) {
      if (operands.get(name) instanceof Operand.TextField field) {
        fields.add(field);
      } else {
        yaml.wrong(
            word,
            "found '"
                + name
                + "', expected one of "
                + String.join(", ", known)
                + Suggestion.after(name, known));
      }
    }
    if (fields.size() > PAIR) {
      yaml.wrong(word, "found " + fields.size() + " fields, expected one or two");
    }
    if (fields.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        fields.size() == 1 ? fields.get(0) : new Operand.TextPair(fields.get(0), fields.get(1)));
  }

  private static boolean without(YamlMap yaml, Optional<Function> function, FeatureWindow window) {
    if (!yaml.has("without") || yaml.oneOf("without", List.of(ITSELF)).isEmpty()) {
      return false;
    }
    if (function.isPresent() && function.get() == Function.GAP) {
      yaml.wrong("without", "a gap is never to the transaction itself; leave it out");
    } else if (window.delayMillis() > 0) {
      yaml.wrong("without", "with a delay the transaction is not in its own window; leave it out");
    }
    return true;
  }

  private Where where(YamlMap yaml) {
    String text = yaml.text("where", "a condition such as \"amount < 5.0\"").strip();
    if (!text.isEmpty()) {
      try {
        return new Where(text, conditions.read(text));
      } catch (IllegalArgumentException wrong) {
        yaml.wrong("where", String.valueOf(wrong.getMessage()));
      }
    }
    return Where.ALL;
  }
}
