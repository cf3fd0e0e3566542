package weir.rules;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import weir.expression.Expression;
import weir.expression.FaultyExpressionException;
import weir.feature.Feature;
import weir.filter.Lists;
import weir.learn.InputScale;
import weir.model.Transaction;

/**
 * The numbers that a model looks at, as whole numbers. They are made here and nowhere else, so a
 * model sees the same in training and in the stream.
 *
 * @param expressions one for each input
 * @param scales one for each input
 * @param asked what the inputs ask for
 */
public record Inputs(List<Expression> expressions, List<InputScale> scales, Asked asked)
    implements Serializable {
  /** How many characters of UTF-16 an expression may have: alerts name it. */
  public static final int MOST_TEXT = 160;

  public Inputs {
    expressions = List.copyOf(expressions);
    scales = List.copyOf(scales);
  }

  /** The inputs that these expressions are. */
  static Inputs of(Collection<String> texts, Vocabulary vocabulary)
      throws FaultyExpressionException {
    List<Expression> expressions = new ArrayList<>();
    List<InputScale> scales = new ArrayList<>();
    Set<String> names = new TreeSet<>();
    for (String text : texts) {
      Expression each = Expression.countable(text, vocabulary.scope(), "a model");
      if (text.length() > MOST_TEXT) {
        throw each.fault("has " + text.length() + " characters, expected at most " + MOST_TEXT);
      }
      expressions.add(each);
      scales.add(vocabulary.scaleOf(each));
      names.addAll(each.names());
    }
    return new Inputs(expressions, scales, vocabulary.asked(names));
  }

  /** The features that they ask for, in the order of their names. */
  public List<Feature> features() {
    return asked.features();
  }

  public int size() {
    return expressions.size();
  }

  /** The lists that they ask. */
  Set<String> lists() {
    Set<String> lists = new TreeSet<>();
    expressions.forEach(each -> lists.addAll(each.lists()));
    return lists;
  }

  /** The value of each, as a model takes it. */
  long[] read(Facts said) {
    long[] values = new long[size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = scales.get(i).of(expressions.get(i).value(said));
    }
    return values;
  }

  /**
   * Whether one is what a payment says of itself, for which neither features nor lists are asked.
   */
  public boolean isOfPayment(int input) {
    Expression one = expressions.get(input);
    return one.lists().isEmpty()
        && asked.facts().keySet().containsAll(one.names())
        && Collections.disjoint(asked.places().keySet(), one.names());
  }

  /** The value of one of these, as a model takes it. */
  public long ofPayment(int input, Transaction payment) {
    Facts said = new Facts(payment, payment.time(), Lists.NONE, asked);
    return scales.get(input).of(expressions.get(input).value(said));
  }

  /** The value of one as it is, for people. */
  @Nullable Object value(int input, Facts said) {
    return expressions.get(input).value(said);
  }

  /** Under one charter the same names mean the same facts. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Inputs that
        && expressions.equals(that.expressions)
        && features().equals(that.features());
  }

  @Override
  public int hashCode() {
    return expressions.hashCode();
  }
}
