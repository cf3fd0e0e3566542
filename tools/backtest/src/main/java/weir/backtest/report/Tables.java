package weir.backtest.report;

import java.util.ArrayList;
import java.util.List;
import weir.backtest.answer.Answer;
import weir.backtest.answer.Currencies;
import weir.backtest.answer.Overlap;
import weir.backtest.answer.RuleAnswer;
import weir.page.Html;

/** The tables of an answer. */
final class Tables {
  private static final int MOST_OVERLAPS = 20;

  private final Answer answer;
  private final List<RuleRow> rows;

  Tables(Answer answer) {
    this.answer = answer;
    this.rows = RuleRow.of(answer);
  }

  /** All live rules together: a row for each figure, so that a phone shows it whole. */
  String together() {
    List<String> header = new ArrayList<>(List.of("payments that a live rule flags"));
    header.addAll(answer.isComparison() ? List.of("before", "after") : List.of("figure"));
    List<Column> columns = new ArrayList<>(Column.WORK);
    if (answer.volume().isLabelled()) {
      columns.addAll(Column.RIGHT);
      fewCurrencies().stream().flatMap(Column::money).forEach(columns::add);
    }
    RuleRow all = new RuleRow("", answer.flagged().before(), answer.flagged().after());
    List<List<String>> table = new ArrayList<>();
    for (Column each : columns) {
      table.add(row(each.name().equals("alerts") ? "payments" : each.name(), List.of(each), all));
    }
    return Html.table("All live rules together", header, table);
  }

  /** How many alerts each rule raises. */
  String work() {
    return byRule("Alerts, and how many users they are about", Column.WORK);
  }

  /** How right each rule is. */
  String right() {
    return byRule("How right they are", Column.RIGHT);
  }

  /** What was paid in the frauds that each rule finds; where currencies are many, that all find. */
  String money() {
    return currencies().size() <= Currencies.FEW
        ? byRule("Money in labelled frauds", currencies().stream().flatMap(Column::money).toList())
        : byCurrency();
  }

  private String byCurrency() {
    RuleRow all = new RuleRow("", answer.flagged().before(), answer.flagged().after());
    List<List<String>> table = new ArrayList<>();
    for (String each : currencies()) {
      table.add(row(each, Column.money(each).toList(), all));
    }
    return Html.table(
        "Money in labelled frauds, by all live rules together",
        header("currency", List.of("caught", "missed")),
        table);
  }

  private String byRule(String caption, List<Column> columns) {
    return Html.table(
        caption,
        header("rule", columns.stream().map(Column::name).toList()),
        rows.stream().map(each -> row(each.name(), columns, each)).toList());
  }

  private List<String> header(String first, List<String> figures) {
    List<String> header = new ArrayList<>(List.of(first));
    for (String each : figures) {
      if (answer.isComparison()) {
        header.add(each + " before");
        header.add(each + " after");
      } else {
        header.add(each);
      }
    }
    return header;
  }

  private List<String> row(String name, List<Column> columns, RuleRow figures) {
    List<String> row = new ArrayList<>(List.of(name));
    for (Column each : columns) {
      if (answer.isComparison()) {
        row.add(each.of(figures.before()));
      }
      row.add(each.of(figures.after()));
    }
    return row;
  }

  /** How the alerts of each rule differ from those before. */
  String changes() {
    List<String> header = new ArrayList<>(List.of("rule"));
    header.addAll(Changes.BY_WORD.keySet());
    List<List<String>> table = new ArrayList<>();
    for (RuleAnswer rule : answer.rules()) {
      List<String> row = new ArrayList<>(List.of(rule.rule()));
      Changes.BY_WORD
          .values()
          .forEach(part -> row.add(Told.count(part.applyAsLong(rule.change()))));
      table.add(row);
    }
    return Html.table("What becomes of the alerts", header, table);
  }

  /** Which rules are about the same payments. */
  String overlaps() {
    return Html.table(
        answer.overlaps().size() > MOST_OVERLAPS
            ? "The " + MOST_OVERLAPS + " pairs with the most payments in common"
            : "Pairs of rules",
        List.of("rule", "and", "payments of both", "part of the first", "part of the other"),
        answer.overlaps().stream().limit(MOST_OVERLAPS).map(Tables::overlap).toList());
  }

  private static List<String> overlap(Overlap pair) {
    return List.of(
        pair.one(),
        pair.other(),
        Told.count(pair.payments()),
        Told.percent(pair.payments(), pair.ofOne()),
        Told.percent(pair.payments(), pair.ofOther()));
  }

  /** Those of the money in labelled frauds, if each rule can have its own figures of them. */
  List<String> fewCurrencies() {
    return currencies().size() <= Currencies.FEW ? currencies() : List.of();
  }

  private List<String> currencies() {
    return Currencies.mostChanged(
        answer.flagged().before().hits(), answer.flagged().after().hits());
  }
}
