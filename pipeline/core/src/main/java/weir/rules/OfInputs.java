package weir.rules;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import weir.expression.FaultyExpressionException;
import weir.feature.Feature;
import weir.filter.Filter;
import weir.model.Severity;
import weir.model.Witness;

/**
 * Finds every transaction, and tells the values that a model would take of it: so a model is
 * trained on what is seen where it will be used.
 *
 * @param definitions what each of the features is, by its name, as a model must say it
 */
public record OfInputs(RuleHeader header, Inputs inputs, SortedMap<String, String> definitions)
    implements AskingRule {
  /** What its alerts are of. No rule of a book can be called so. */
  public static final String ID = "(inputs)";

  /** The rule of these inputs, or of all numbers that a transaction and a book's features give. */
  public static OfInputs of(List<String> texts, Vocabulary vocabulary)
      throws FaultyExpressionException {
    Inputs inputs = Inputs.of(texts.isEmpty() ? vocabulary.numbers() : texts, vocabulary);
    SortedMap<String, String> definitions = new TreeMap<>();
    for (Feature each : inputs.features()) {
      definitions.put(each.name(), vocabulary.definition(each));
    }
    return new OfInputs(
        new RuleHeader(ID, /* version= */ 1, Severity.LOW, Audience.EVERYBODY, Filter.NONE),
        inputs,
        Collections.unmodifiableSortedMap(definitions));
  }

  /** The expression of an input. */
  public String text(int input) {
    return inputs.expressions().get(input).text();
  }

  /** What is usual for an input, as an expression; null if no feature tells. */
  public @Nullable String usual(int input) {
    return Usual.of(text(input), inputs.features());
  }

  @Override
  public List<Feature> features() {
    return inputs.features();
  }

  @Override
  public Set<String> lists() {
    Set<String> lists = AskingRule.super.lists();
    lists.addAll(inputs.lists());
    return lists;
  }

  @Override
  public Opinion opinion(Known known) {
    long[] values = inputs.read(new Facts(known, inputs.asked()));
    String text = Arrays.stream(values).mapToObj(Long::toString).collect(Collectors.joining(","));
    return Opinion.of(
        Optional.of(
            Finding.of(
                /* values= */ "{}", List.of(Witness.of(known.subject())), known.seen(), text)));
  }

  /** Nothing of it is read again, so the inputs say all. */
  @Override
  public boolean equals(Object other) {
    return other instanceof OfInputs that && inputs.equals(that.inputs);
  }

  @Override
  public int hashCode() {
    return inputs.hashCode();
  }

  /** The values that an alert of such a rule tells. */
  public static long[] valuesOf(String reason) {
    return Arrays.stream(reason.split(",")).mapToLong(Long::parseLong).toArray();
  }

  @Override
  public OfInputs with(RuleHeader other) {
    return new OfInputs(other, inputs, definitions);
  }
}
