package weir.backtest.report;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import weir.backtest.answer.Answer;
import weir.backtest.answer.Change;
import weir.backtest.answer.Figures;
import weir.backtest.answer.Hits;
import weir.backtest.answer.RuleAnswer;
import weir.model.Alert;

/** The figures of an answer, by the names that conditions have for them. */
final class Named {
  static final String PARTIAL = "partial";

  /** What names of the whole begin with, where those of a rule begin with its id. */
  static final List<String> WHOLE = List.of("before", "after", "flagged");

  private final Map<String, Figure> figures = new LinkedHashMap<>();
  private final Set<String> currencies;

  private Named(Set<String> currencies) {
    this.currencies = currencies;
  }

  /** A number, or yes or no, of an answer; nothing where it cannot be said. */
  interface Figure {
    @Nullable Object of(Answer answer);
  }

  /** What stands on one side; nothing where a rule does not stand there. */
  private interface Standing {
    Optional<Figures> in(Answer answer);
  }

  /**
   * All that there are.
   *
   * @param rules the ids of the rules of both sides
   * @param currencies of the money that can be asked for
   */
  static Map<String, Figure> figures(Set<String> rules, Set<String> currencies) {
    Named named = new Named(currencies);
    rules.forEach(named::ofRule);
    // Later, so that a rule with the id "before" takes no name away from the whole.
    named.ofAll();
    return Collections.unmodifiableMap(named.figures);
  }

  private void ofAll() {
    figures.put("records", answer -> answer.volume().records());
    figures.put("payments", answer -> answer.volume().payments());
    figures.put("days", answer -> answer.period().days());
    figures.put("deadLetters", answer -> answer.volume().deadLetters());
    figures.put("unsettled", answer -> answer.volume().unsettled());
    figures.put("labels", answer -> answer.volume().labels());
    figures.put("frauds", answer -> answer.volume().frauds());
    figures.put("unknown", answer -> answer.volume().unknown());
    figures.put("sample", answer -> answer.volume().sample());
    figures.put(PARTIAL, Answer::partial);
    change("", Changes::ofAll);
    change("flagged.", answer -> answer.flagged().change());
    before("before.", answer -> Optional.of(answer.flagged().before()));
    side("after.", answer -> Optional.of(answer.flagged().after()));
  }

  private void ofRule(String id) {
    change(id + ".", answer -> rule(answer, id).map(RuleAnswer::change).orElse(Change.NONE));
    for (Alert.Mode mode : Alert.Mode.values()) {
      Standing before = answer -> rule(answer, id).map(each -> each.before().get(mode));
      Standing after = answer -> rule(answer, id).map(each -> each.after().get(mode));
      before(id + ".before." + mode.code() + ".", before);
      side(id + ".after." + mode.code() + ".", after);
      if (mode == Alert.Mode.LIVE) {
        before(id + ".before.", before);
        side(id + ".after.", after);
      }
    }
  }

  private static Optional<RuleAnswer> rule(Answer answer, String id) {
    return answer.rules().stream().filter(each -> each.rule().equals(id)).findFirst();
  }

  private void change(String prefix, Function<Answer, Change> change) {
    Changes.BY_WORD.forEach(
        (word, part) ->
            figures.put(prefix + word, compared(answer -> part.applyAsLong(change.apply(answer)))));
  }

  /** The side to compare with: there may be none, and then nothing can be said of it. */
  private void before(String prefix, Standing standing) {
    Named side = new Named(currencies);
    side.side(prefix, standing);
    side.figures.forEach((name, figure) -> figures.put(name, compared(figure)));
  }

  private static Figure compared(Figure figure) {
    return answer -> answer.isComparison() ? figure.of(answer) : null;
  }

  private void side(String prefix, Standing standing) {
    for (Measure each : Measure.values()) {
      figures.put(prefix + each.word(), answer -> each.of(standing.in(answer).orElse(null)));
    }
    for (String currency : currencies) {
      figures.put(prefix + "caught." + currency, money(standing, Hits::caught, currency));
      figures.put(prefix + "missed." + currency, money(standing, Hits::missed, currency));
    }
  }

  private static Figure money(
      Standing standing, Function<Hits, SortedMap<String, BigDecimal>> money, String currency) {
    return answer ->
        standing
            .in(answer)
            .flatMap(each -> Optional.ofNullable(each.hits()))
            .map(hits -> money.apply(hits).getOrDefault(currency, BigDecimal.ZERO))
            .orElse(null);
  }
}
