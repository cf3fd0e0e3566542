package weir.backtest.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import weir.backtest.answer.Answer;
import weir.backtest.answer.Figures;
import weir.backtest.answer.RuleAnswer;
import weir.model.Alert;

/**
 * What came of a rule in one mode.
 *
 * @param name of the rule, with the mode if it flags nothing
 * @param before absent where it does not stand in this mode
 * @param after the same
 */
record RuleRow(String name, @Nullable Figures before, @Nullable Figures after) {

  /** In the order of the answer; each rule has a row for each mode on either side. */
  static List<RuleRow> of(Answer answer) {
    List<RuleRow> rows = new ArrayList<>();
    for (RuleAnswer rule : answer.rules()) {
      Set<Alert.Mode> modes = new TreeSet<>(rule.before().keySet());
      modes.addAll(rule.after().keySet());
      for (Alert.Mode mode : modes) {
        rows.add(
            new RuleRow(
                mode == Alert.Mode.LIVE ? rule.rule() : rule.rule() + " (" + mode.code() + ")",
                rule.before().get(mode),
                rule.after().get(mode)));
      }
    }
    return List.copyOf(rows);
  }
}
