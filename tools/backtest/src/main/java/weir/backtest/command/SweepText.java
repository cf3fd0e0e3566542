package weir.backtest.command;

import static weir.backtest.command.AnswerText.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import weir.backtest.answer.Hits;
import weir.backtest.sweep.Goal;
import weir.backtest.sweep.Sweep;
import weir.backtest.sweep.Tried;
import weir.model.Alert;
import weir.text.Table;

/** What came of several values on the terminal: a row for each. */
final class SweepText {
  /** So many fit beside each other. */
  private static final int MOST_CURRENCIES = 3;

  private static final String STANDING = " *";

  private SweepText() {}

  static String of(Sweep sweep, Goal goal) {
    StringBuilder text = new StringBuilder();
    text.append(AnswerText.partial(sweep.basis()));
    text.append(format("%s of the rule %s in %s%n", sweep.parameter(), sweep.rule(), sweep.book()));
    text.append(AnswerText.basis(sweep.basis())).append('\n');
    text.append(rows(sweep));
    Alert.Mode mode = sweep.mode();
    text.append(
        format(
            "*: as it stands%s%n",
            mode == null || mode == Alert.Mode.LIVE ? "" : ", in mode " + mode.code()));
    if (sweep.isLabelled()) {
      text.append(best(sweep, goal));
      text.append(money(sweep));
    }
    return text.toString();
  }

  private static String rows(Sweep sweep) {
    List<String> header =
        new ArrayList<>(
            List.of(sweep.parameter(), "alerts", "a day", "users", "only it", "all rules"));
    if (sweep.isLabelled()) {
      header.addAll(List.of("precision", "recall", "f1", "false a fraud"));
    }
    Table table = new Table(header);
    for (Tried each : sweep.tried()) {
      List<String> cells =
          new ArrayList<>(
              List.of(
                  value(each),
                  format("%,d", each.figures().alerts()),
                  format("%,.1f", each.figures().perDay()),
                  format("%,d", each.figures().users()),
                  format("%,d", each.alone()),
                  format("%,d", each.together())));
      if (sweep.isLabelled()) {
        cells.add(of(each, hits -> HitsText.share("%.3f", hits.precision())));
        cells.add(of(each, hits -> HitsText.share("%.3f", hits.recall())));
        cells.add(of(each, hits -> HitsText.share("%.3f", Goal.F1.of(hits))));
        cells.add(of(each, hits -> HitsText.share("%,.1f", hits.falseAlarmsPerFraud())));
      }
      table.add(cells);
    }
    return table.text();
  }

  private static String value(Tried tried) {
    return tried.value() + (tried.standing() ? STANDING : "");
  }

  private static String of(Tried tried, Function<Hits, String> figure) {
    Hits hits = tried.figures().hits();
    return hits == null ? RulesText.NONE : figure.apply(hits);
  }

  private static String best(Sweep sweep, Goal goal) {
    return goal.best(sweep.tried())
        .map(
            best ->
                format(
                    "the best by %s: %s=%s, with %s%n",
                    goal.word(),
                    sweep.parameter(),
                    best.value(),
                    HitsText.share("%.3f", goal.reached(best))))
        .orElseGet(() -> format("none is the best by %s: it is unknown of all%n", goal.word()));
  }

  /** What was paid in frauds that were caught and missed, in those currencies that differ most. */
  private static String money(Sweep sweep) {
    List<String> currencies = currencies(sweep);
    if (currencies.isEmpty()) {
      return "";
    }
    List<String> told = currencies.subList(0, Math.min(MOST_CURRENCIES, currencies.size()));
    List<String> header = new ArrayList<>(List.of("money in frauds"));
    for (String each : told) {
      header.add(each + " caught");
      header.add("missed");
    }
    Table table = new Table(header);
    for (Tried tried : sweep.tried()) {
      List<String> cells = new ArrayList<>(List.of(value(tried)));
      for (String each : told) {
        cells.add(of(tried, hits -> HitsText.paid(hits.caught(), each)));
        cells.add(of(tried, hits -> HitsText.paid(hits.missed(), each)));
      }
      table.add(cells);
    }
    int more = currencies.size() - told.size();
    return "\n" + table.text() + (more > 0 ? format("and %,d more%n", more) : "");
  }

  /** Those first of which most differs between the values, as a part of all that was paid. */
  private static List<String> currencies(Sweep sweep) {
    SortedMap<String, DoubleSummaryStatistics> parts = new TreeMap<>();
    for (Tried tried : sweep.tried()) {
      Hits hits = tried.figures().hits();
      if (hits != null) {
        hits.parts()
            .forEach(
                (currency, part) ->
                    parts
                        .computeIfAbsent(currency, any -> new DoubleSummaryStatistics())
                        .accept(part));
      }
    }
    return parts.entrySet().stream()
        .sorted(
            Comparator.comparingDouble(
                    (Map.Entry<String, DoubleSummaryStatistics> each) ->
                        each.getValue().getMin() - each.getValue().getMax())
                .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .toList();
  }
}
