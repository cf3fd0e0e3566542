package weir.backtest.command;

import static weir.backtest.command.AnswerText.format;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import weir.backtest.answer.Answer;
import weir.backtest.answer.Change;
import weir.backtest.answer.Figures;
import weir.backtest.answer.RuleAnswer;
import weir.model.Alert;
import weir.text.Table;

/** What came of each rule, a line for each mode. */
final class RulesText {
  static final String NONE = "–";
  private static final int LONGEST = 26;
  private static final String ANY = "payments flagged";

  private RulesText() {}

  /**
   * A line: a rule in one of its modes, or all live rules together.
   *
   * @param before absent where the rule has no such mode on that side
   * @param change absent where another line tells it
   */
  record Row(
      String rule,
      String mode,
      @Nullable Figures before,
      @Nullable Figures after,
      @Nullable Change change) {}

  static List<Row> rows(Answer answer) {
    List<Row> rows = new ArrayList<>();
    for (RuleAnswer rule : answer.rules()) {
      SortedSet<Alert.Mode> modes = new TreeSet<>(rule.before().keySet());
      modes.addAll(rule.after().keySet());
      boolean first = true;
      for (Alert.Mode mode : modes) {
        rows.add(
            new Row(
                first ? name(rule.rule()) : "",
                mode.code(),
                rule.before().get(mode),
                rule.after().get(mode),
                first ? rule.change() : null));
        first = false;
      }
    }
    rows.add(
        new Row(
            ANY,
            "live",
            answer.flagged().before(),
            answer.flagged().after(),
            answer.flagged().change()));
    return rows;
  }

  /** The name of a rule, as far as there is room. */
  static String name(String rule) {
    return rule.length() <= LONGEST ? rule : rule.substring(0, LONGEST - 1) + "…";
  }

  static String alerts(Answer answer) {
    if (!answer.isComparison()) {
      Table table = new Table("rule", "mode", "alerts", "a day", "users").align(1, true);
      for (Row row : rows(answer)) {
        table.add(
            List.of(
                row.rule(),
                row.mode(),
                of(row.after(), each -> format("%,d", each.alerts())),
                of(row.after(), each -> format("%,.1f", each.perDay())),
                of(row.after(), each -> format("%,d", each.users()))));
      }
      return table.text();
    }
    Table table =
        new Table(
                "rule", "mode", "alerts", "→", "a day", "→", "users", "→", "added", "removed",
                "changed")
            .align(1, true);
    for (Row row : rows(answer)) {
      List<String> cells = new ArrayList<>(List.of(row.rule(), row.mode()));
      both(row, each -> format("%,d", each.alerts()), cells);
      both(row, each -> format("%,.1f", each.perDay()), cells);
      both(row, each -> format("%,d", each.users()), cells);
      Change change = row.change();
      cells.add(change == null ? "" : format("%,d", change.added()));
      cells.add(change == null ? "" : format("%,d", change.removed()));
      cells.add(change == null ? "" : format("%,d", change.changed()));
      table.add(cells);
    }
    return table.text();
  }

  /** A figure of both sides. */
  static void both(Row row, Function<Figures, String> figure, List<String> cells) {
    cells.add(of(row.before(), figure));
    cells.add(of(row.after(), figure));
  }

  static String of(@Nullable Figures figures, Function<Figures, String> figure) {
    return figures == null ? NONE : figure.apply(figures);
  }
}
