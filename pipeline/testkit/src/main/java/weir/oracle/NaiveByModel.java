package weir.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import weir.learn.ModelJson;
import weir.model.Transaction;
import weir.rules.ByModel;

/** A second implementation of rules that ask a model, out of the text of its artefact. */
final class NaiveByModel extends NaiveAsking {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, JsonNode> ARTEFACTS = new ConcurrentHashMap<>();

  private final ByModel rule;
  private final JsonNode artefact;
  private final List<@Nullable Object> inputs = new ArrayList<>();
  private final List<BigInteger> numbers = new ArrayList<>();

  /** By how much each input moved the margin. */
  private final List<BigInteger> effects = new ArrayList<>();

  private BigInteger margin;

  NaiveByModel(ByModel rule, NaiveLook look, Transaction tx, List<Transaction> history) {
    super(rule, look, tx, history);
    this.rule = rule;
    this.artefact = ARTEFACTS.computeIfAbsent(rule.model().name(), any -> tree(rule));
    for (JsonNode input : artefact.path("inputs")) {
      Object value = subject().value(input.path("input").asText());
      inputs.add(value);
      numbers.add(number(value, input.path("decimals").asInt()));
      effects.add(BigInteger.ZERO);
    }
    margin = artefact.path("base").bigIntegerValue();
    for (JsonNode each : artefact.path("trees")) {
      walk(each);
    }
  }

  private static JsonNode tree(ByModel rule) {
    try {
      return JSON.readTree(ModelJson.write(rule.model().content()));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** A node stands before its left branch, and that before its right one. */
  private void walk(JsonNode tree) {
    JsonNode split = tree.path("split");
    int node = 0;
    while (split.get(node).asInt() >= 0) {
      int input = split.get(node).asInt();
      int inner = 0;
      for (int i = 0; i < node; i++) {
        inner += split.get(i).asInt() >= 0 ? 1 : 0;
      }
      BigInteger below = tree.path("below").get(inner).bigIntegerValue();
      int next = numbers.get(input).compareTo(below) < 0 ? node + 1 : after(split, node + 1);
      BigInteger change =
          tree.path("mean")
              .get(next)
              .bigIntegerValue()
              .subtract(tree.path("mean").get(node).bigIntegerValue());
      effects.set(input, effects.get(input).add(change));
      node = next;
    }
    margin = margin.add(tree.path("mean").get(node).bigIntegerValue());
  }

  /** The node that comes after a node and all of its branches. */
  private static int after(JsonNode split, int node) {
    return split.get(node).asInt() < 0 ? node + 1 : after(split, after(split, node + 1));
  }

  int score() {
    int score = 0;
    for (JsonNode each : artefact.path("scores")) {
      score += each.bigIntegerValue().compareTo(margin) <= 0 ? 1 : 0;
    }
    return score;
  }

  boolean fires() {
    return score() > rule.over();
  }

  /** The inputs that moved the margin, the strongest first. */
  private List<Integer> moved() {
    return IntStream.range(0, effects.size())
        .boxed()
        .filter(each -> effects.get(each).signum() != 0)
        .sorted(Comparator.comparing(each -> effects.get(each).abs().negate()))
        .toList();
  }

  private String name(int input) {
    return artefact.path("inputs").get(input).path("input").asText();
  }

  /** What is usual for an input, if the model knows how to tell. */
  private Optional<Object> usual(int input) {
    JsonNode normal = artefact.path("inputs").get(input).path("normal");
    return normal.isMissingNode()
        ? Optional.empty()
        : Optional.ofNullable(subject().value(normal.asText()));
  }

  String said() {
    SortedMap<String, String> fields = new TreeMap<>();
    for (int each : moved().stream().limit(8).toList()) {
      fields.put(name(each), json(inputs.get(each)));
      if (artefact.path("inputs").get(each).has("normal")) {
        fields.put("usual " + name(each), json(usual(each).orElse(null)));
      }
    }
    return object(fields);
  }

  String reason() {
    String named =
        moved().stream()
            .filter(each -> effects.get(each).signum() > 0)
            .limit(3)
            .map(each -> name(each) + " " + words(inputs.get(each)) + usually(each))
            .collect(Collectors.joining(", "));
    return "The model gives "
        + score()
        + " of 1000, over "
        + rule.over()
        + (named.isEmpty() ? "" : ": " + named);
  }

  private String usually(int input) {
    return usual(input).map(value -> " (usually " + words(value) + ")").orElse("");
  }
}
