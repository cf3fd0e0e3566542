package weir.backtest.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import weir.backtest.answer.Answer;
import weir.backtest.answer.Day;
import weir.backtest.answer.Figures;
import weir.backtest.answer.Hits;
import weir.page.Axis;
import weir.page.Chart;
import weir.page.Chart.Colour;
import weir.page.Chart.Point;
import weir.page.Groups;
import weir.page.Groups.Bar;
import weir.page.Groups.Group;
import weir.page.Groups.Series;

/** The plots of an answer. */
final class Plots {
  private static final Colour OF_BEFORE = Colour.QUIET;
  private static final Colour OF_AFTER = Colour.FIRST;

  private static final List<Double> ENDS = List.of(0.05, 0.1, 0.25, 0.5, 1.0);

  private final Answer answer;
  private final List<RuleRow> rows;

  Plots(Answer answer) {
    this.answer = answer;
    this.rows = RuleRow.of(answer);
  }

  /** How much work each day would have brought; nothing for a single day. */
  String days() {
    List<Day> days = answer.days();
    if (days.size() < 2) {
      return "";
    }
    long most =
        days.stream().mapToLong(each -> Math.max(each.before(), each.after())).max().orElse(0);
    Chart chart =
        new Chart(
            "Live alerts a day",
            Told.format(
                "%s days; the day with the most has %s. The first and the last may not be whole.",
                Told.count(days.size()), Told.count(most)),
            Axis.days("day (UTC)", days.get(0).date(), days.get(days.size() - 1).date()),
            Axis.upTo("live alerts", (double) most));
    if (answer.isComparison()) {
      chart.line("before", OF_BEFORE, line(Day::before));
    }
    return chart.line("after", OF_AFTER, line(Day::after)).svg();
  }

  private List<Point> line(ToLongFunction<Day> alerts) {
    return answer.days().stream()
        .map(each -> new Point(each.date().toEpochDay(), alerts.applyAsLong(each)))
        .toList();
  }

  /** How many alerts each rule raises. */
  String alerts() {
    return groups(
        "Alerts of each rule",
        "The table below has the figures.",
        rows,
        figures -> new Bar(figures.alerts(), Told.count(figures.alerts())));
  }

  /** What was paid in the frauds that are found, by all rules and by each. */
  String caught(String currency) {
    List<RuleRow> all = new ArrayList<>();
    all.add(new RuleRow("all live rules", answer.flagged().before(), answer.flagged().after()));
    all.addAll(rows);
    return groups(
        "Money in frauds that are caught, in " + currency,
        "What is missed is in the table below.",
        all,
        figures -> caught(figures, currency));
  }

  private static Bar caught(Figures figures, String currency) {
    Hits hits = figures.hits();
    BigDecimal caught =
        hits == null ? BigDecimal.ZERO : hits.caught().getOrDefault(currency, BigDecimal.ZERO);
    return new Bar(caught.doubleValue(), Told.amount(caught));
  }

  private String groups(
      String title, String description, List<RuleRow> rows, Function<Figures, Bar> bar) {
    boolean two = answer.isComparison();
    Series after = new Series("after", OF_AFTER);
    return Groups.svg(
        title,
        description,
        two ? List.of(new Series("before", OF_BEFORE), after) : List.of(after),
        rows.stream()
            .map(
                row ->
                    new Group(
                        row.name(),
                        (two
                                ? Stream.of(bar(row.before(), bar), bar(row.after(), bar))
                                : Stream.of(bar(row.after(), bar)))
                            .toList()))
            .toList());
  }

  private static Bar bar(@Nullable Figures figures, Function<Figures, Bar> bar) {
    return figures == null ? new Bar(0, Told.NOTHING) : bar.apply(figures);
  }

  /** Each rule as a dot, and from where it moves. */
  String precisionAndRecall() {
    List<Chart.Named> after = new ArrayList<>();
    List<Point> before = new ArrayList<>();
    Chart chart =
        new Chart(
            "Precision and recall of each rule",
            "The table below has the figures. A rule without alerts has no dot.",
            Axis.linear(
                "recall: part of the labelled frauds that are found", /* low= */ 0, mostRecall()),
            Axis.share("precision: part of the alerts that are frauds"));
    for (RuleRow row : rows) {
      List<Point> from = answer.isComparison() ? dot(row.before()) : List.of();
      List<Point> to = dot(row.after());
      before.addAll(from);
      to.forEach(each -> after.add(new Chart.Named(row.name(), each)));
      if (!from.isEmpty() && !to.isEmpty()) {
        chart.link(from.get(0), to.get(0));
      }
    }
    if (answer.isComparison()) {
      chart.dots("before", OF_BEFORE, before);
    }
    return chart.named("after", OF_AFTER, after).svg();
  }

  /** Where the axis of recall ends: that of single rules is small, and all dots lie in a corner. */
  private double mostRecall() {
    double most =
        rows.stream()
            .flatMap(row -> Stream.concat(dot(row.before()).stream(), dot(row.after()).stream()))
            .mapToDouble(Point::x)
            .max()
            .orElse(1);
    return endOf(most);
  }

  static double endOf(double most) {
    return ENDS.stream().filter(end -> end >= most).findFirst().orElse(1.0);
  }

  private static List<Point> dot(@Nullable Figures figures) {
    Hits hits = figures == null ? null : figures.hits();
    if (hits == null) {
      return List.of();
    }
    OptionalDouble precision = hits.precision();
    OptionalDouble recall = hits.recall();
    return precision.isPresent() && recall.isPresent()
        ? List.of(new Point(recall.getAsDouble(), precision.getAsDouble()))
        : List.of();
  }
}
