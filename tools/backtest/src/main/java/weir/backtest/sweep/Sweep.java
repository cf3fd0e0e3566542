package weir.backtest.sweep;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import weir.backtest.answer.Answer;
import weir.backtest.answer.Change;
import weir.backtest.answer.Figures;
import weir.backtest.answer.RuleAnswer;
import weir.model.Alert.Mode;

/**
 * What would have come of a rule with each of several values.
 *
 * @param rule its id
 * @param mode the one that the figures are of; absent if no payment was judged
 * @param tried from the least value to the greatest
 * @param basis what was read, as one of the answers has it
 */
public record Sweep(
    String book,
    String rule,
    String parameter,
    @Nullable Mode mode,
    List<Tried> tried,
    Answer basis) {
  private static final Figures NONE = new Figures(0, 0, 0, /* hits= */ null);

  public Sweep {
    tried = List.copyOf(tried);
  }

  /**
   * Of answers whose sides are, before, the other rules, and after, this one with a value.
   *
   * @param values of the answers, in their order
   * @param standing the value that the rule has
   */
  public static Sweep of(
      String book, Vary vary, List<String> values, String standing, List<Answer> answers) {
    List<SortedMap<Mode, Figures>> byMode =
        answers.stream().map(each -> ofRule(each, vary.rule())).toList();
    // Those who look at a rule on trial look at what it would flag; of one that is live at what it
    // does flag.
    Mode mode =
        byMode.stream()
            .flatMap(each -> each.keySet().stream())
            .min(Comparator.naturalOrder())
            .orElse(null);
    List<Tried> tried = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      Answer answer = answers.get(i);
      Change change = answer.flagged().change();
      // Without other rules there is no side to differ from.
      long alone = answer.isComparison() ? change.added() : answer.flagged().after().alerts();
      Figures figures = mode == null ? NONE : byMode.get(i).getOrDefault(mode, NONE);
      tried.add(
          new Tried(
              values.get(i),
              values.get(i).equals(standing),
              figures,
              alone,
              alone + change.kept() + change.removed()));
    }
    return new Sweep(book, vary.rule(), vary.parameter(), mode, tried, answers.get(0));
  }

  private static SortedMap<Mode, Figures> ofRule(Answer answer, String rule) {
    return answer.rules().stream()
        .filter(each -> each.rule().equals(rule))
        .map(RuleAnswer::after)
        .findFirst()
        .orElse(Collections.emptySortedMap());
  }

  /** Whether anything is known of what was fraud, about the payments that the rule flags. */
  public boolean isLabelled() {
    return tried.stream().anyMatch(each -> each.figures().hits() != null);
  }
}
