package weir.backtest.report;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import weir.backtest.answer.Answer;
import weir.expression.Condition;
import weir.expression.Expression;
import weir.expression.FaultyExpressionException;
import weir.expression.Scope;
import weir.expression.Type;
import weir.expression.Values;
import weir.failure.MisuseException;
import weir.files.Suggestion;
import weir.model.Money;
import weir.model.Printable;

/**
 * A condition on the figures of an answer, such as {@code velocity.added > 10}, in the language of
 * rules. It is checked before the log is read. A condition that has no answer fails as well: what
 * cannot be said is no good news.
 */
public final class FailIf {
  private static final String OPTION = "--fail-if";

  private final String written;
  private final Expression expression;

  /** By the words that stand for them in the expression. */
  private final Map<String, Named.Figure> figures;

  private final Dotted dotted;

  private FailIf(
      String written, Expression expression, Map<String, Named.Figure> figures, Dotted dotted) {
    this.written = written;
    this.expression = expression;
    this.figures = figures;
    this.dotted = dotted;
  }

  /**
   * The condition that a text says; throws {@link MisuseException} that tells what is wrong and
   * where.
   *
   * @param rules the ids of the rules that it may ask for
   */
  public static FailIf of(String written, Set<String> rules) {
    Dotted dotted = Dotted.of(written);
    Map<String, Named.Figure> known = Named.figures(rules, currencies(dotted));
    Map<String, Named.Figure> figures = new LinkedHashMap<>(known);
    figures.keySet().removeIf(name -> name.contains("."));
    for (Dotted.Use use : dotted.uses()) {
      Named.Figure figure = known.get(use.name());
      if (figure == null) {
        throw wrong(written, use.at(), unknown(use.name(), rules, known.keySet()));
      }
      figures.put(use.word(), figure);
    }
    Map<String, Type> types = new LinkedHashMap<>();
    figures.keySet().forEach(name -> types.put(name, Type.NUMBER));
    types.put(Named.PARTIAL, Type.YES_OR_NO);
    try {
      Scope scope = new Scope(types, /* lists= */ false);
      Condition.of(dotted.plain(), scope);
      return new FailIf(written, Expression.of(dotted.plain(), scope), figures, dotted);
    } catch (FaultyExpressionException faulty) {
      String sentence = dotted.inNames(String.valueOf(faulty.getMessage()));
      throw wrong(written, dotted.placeOf(faulty.offset()), sentence);
    }
  }

  private static Set<String> currencies(Dotted dotted) {
    Set<String> currencies = new TreeSet<>();
    for (Dotted.Use use : dotted.uses()) {
      currencies.add(use.name().substring(use.name().lastIndexOf('.') + 1));
    }
    currencies.retainAll(Money.currencies());
    return currencies;
  }

  private static String unknown(String name, Set<String> rules, Set<String> known) {
    String first = name.substring(0, name.indexOf('.'));
    Set<String> firsts = new TreeSet<>(rules);
    firsts.addAll(Named.WHOLE);
    if (!firsts.contains(first)) {
      return "there is no rule '" + first + "'" + Suggestion.after(first, firsts);
    }
    String advice = Suggestion.after(name, known);
    return "there is no figure '"
        + name
        + "'"
        + (advice.isEmpty()
            ? "; others are velocity.added, velocity.after.alerts, after.precision,"
                + " after.missed.EUR"
            : advice);
  }

  private static MisuseException wrong(String written, int offset, String sentence) {
    return new MisuseException(
        OPTION
            + " '"
            + Printable.text(written)
            + "': "
            + sentence
            + " (at character "
            + (offset + 1)
            + ")");
  }

  /** Why an answer fails, in one sentence that tells the figures; nothing if it does not. */
  public Optional<String> failure(Answer answer) {
    Object holds = expression.value(new OfAnswer(answer));
    return Boolean.FALSE.equals(holds)
        ? Optional.empty()
        : Optional.of(
            OPTION
                + " '"
                + Printable.text(written)
                + "' "
                + (holds == null ? "has no answer: " : "holds: ")
                + told(answer));
  }

  private String told(Answer answer) {
    return expression.names().stream()
        .map(name -> dotted.inNames(name) + " is " + inWords(value(name, answer)))
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private @Nullable Object value(String name, Answer answer) {
    Named.Figure figure = figures.get(name);
    return figure == null ? null : figure.of(answer);
  }

  private static String inWords(@Nullable Object value) {
    if (value == null) {
      return "unknown";
    }
    if (value instanceof Boolean yes) {
      return yes ? "true" : "false";
    }
    // In full: a share that was rounded to the limit would not tell why it is below.
    BigDecimal number = new BigDecimal(value.toString()).stripTrailingZeros();
    return number.toPlainString();
  }

  /** The figures of an answer, and no lists. */
  private final class OfAnswer implements Values {
    private final Answer answer;

    private OfAnswer(Answer answer) {
      this.answer = answer;
    }

    @Override
    public @Nullable Object value(String name) {
      return FailIf.this.value(name, answer);
    }

    @Override
    public boolean isIn(String list, String id) {
      return false;
    }

    @Override
    public @Nullable BigDecimal listValue(String list, String id) {
      return null;
    }
  }
}
