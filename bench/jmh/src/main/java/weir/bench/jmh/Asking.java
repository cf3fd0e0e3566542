package weir.bench.jmh;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import weir.book.RuleBook;
import weir.book.RuleBookReader;
import weir.learn.FaultyModelException;
import weir.learn.Histogram;
import weir.learn.Model;
import weir.learn.ModelInput;
import weir.rules.ByExpression;
import weir.rules.Models;
import weir.rules.OfInputs;

/** What rule of a book with 26 features of the user asks for them. It never fires. */
public enum Asking {
  /** None. */
  NOBODY,
  /** An expression that looks at as many as it may. */
  EXPRESSION,
  /** A model of 30 inputs: the features, and what a payment says of itself. */
  MODEL,
  /** The same model, with one more feature, which looks at another key. */
  MODEL_AT_KEY;

  private static final List<String> WINDOWS = List.of("10 min", "1 h", "6 h", "1 d", "3 d", "7 d");

  private static final String CHARTER =
      """
      horizon: 7 d
      allowedLateness: 1 min
      allowedClockSkew: 5 s
      keys: {currency: currency}
      """;

  /** A payment can cost less than the limit only. */
  private static final String QUIET =
      "  - {id: dear, version: 1, kind: amount-over, severity: low, limit: 1000000}\n";

  RuleBook book() {
    List<String> names = new ArrayList<>();
    StringBuilder features = new StringBuilder("features:\n");
    for (String window : WINDOWS) {
      String end = window.replace(" ", "");
      add(names, features, "count_" + end, "count: transactions", window);
      add(names, features, "sum_" + end, "sum: amount", window);
      add(names, features, "mean_" + end, "mean: amount", window + ", without: itself");
      add(names, features, "shops_" + end, "distinct: merchantId", window);
    }
    add(names, features, "most_7d", "max: amount", "7 d, without: itself");
    add(names, features, "gap_7d", "gap: transactions", "7 d");
    if (this == MODEL_AT_KEY) {
      add(names, features, "alike_1h", "count: transactions, by: currency", "1 h");
    }
    String head = CHARTER + features;
    return switch (this) {
      case NOBODY -> RuleBookReader.parse(name(), head + rules(""));
      case EXPRESSION -> RuleBookReader.parse(name(), head + rules(expression(names)));
      case MODEL, MODEL_AT_KEY -> byModel(head, names);
    };
  }

  private static void add(
      List<String> names, StringBuilder features, String name, String what, String window) {
    names.add(name);
    features
        .append("  ")
        .append(name)
        .append(": {")
        .append(what)
        .append(", window: ")
        .append(window)
        .append("}\n");
  }

  private static String rules(String more) {
    return "rules:\n" + QUIET + more;
  }

  private static String expression(List<String> names) {
    return "  - {id: asks, version: 1, kind: expression, severity: low, reason: Much., when: \""
        + names.stream()
            .limit(ByExpression.MOST_FEATURES)
            .map(name -> name + " > 1000000")
            .collect(Collectors.joining(" || "))
        + "\"}\n";
  }

  private static RuleBook byModel(String head, List<String> names) {
    List<String> texts = new ArrayList<>(List.of("amount", "hour", "weekday", "amount / mean_7d"));
    texts.addAll(names);
    String file = MODEL.name();
    OfInputs inputs =
        (OfInputs) RuleBookReader.ofInputs(file, head + rules(""), texts).rules().get(0);
    List<ModelInput> its = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      its.add(
          new ModelInput(
              texts.get(i), inputs.inputs().scales().get(i), inputs.usual(i), Histogram.empty()));
    }
    try {
      Model model = Model.parse(FullTrees.artefact(its, inputs.definitions(), new Random(7)));
      String rule =
          "  - {id: learned, version: 1, kind: model, severity: low, over: 999, artefact: "
              + model.name()
              + "}\n";
      return RuleBookReader.parseFirst(file, head + rules(rule), Models.of(List.of(model)));
    } catch (FaultyModelException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
