package weir.backtest.report;

import static weir.backtest.report.Told.count;
import static weir.backtest.report.Told.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import weir.backtest.answer.Hits;
import weir.backtest.sweep.Goal;
import weir.backtest.sweep.Sweep;
import weir.backtest.sweep.Tried;
import weir.page.Axis;
import weir.page.Chart;
import weir.page.Chart.Colour;
import weir.page.Chart.Point;
import weir.page.Groups;
import weir.page.Groups.Bar;
import weir.page.Groups.Group;
import weir.page.Groups.Series;
import weir.page.Html;

/** What came of several values of a parameter, as one page that needs no network. */
public final class SweepHtml {
  private final Sweep sweep;
  private final Goal goal;

  private SweepHtml(Sweep sweep, Goal goal) {
    this.sweep = sweep;
    this.goal = goal;
  }

  /** The page. */
  public static String page(Sweep sweep, Goal goal) {
    SweepHtml html = new SweepHtml(sweep, goal);
    return Html.page(
        format("Back-test of %s of %s", sweep.parameter(), sweep.rule()),
        Html.resource(AnswerHtml.class, "answer.css"),
        "<h1>Back-test of " + Html.escape(html.what()) + "</h1>\n" + html.body());
  }

  private String what() {
    return format("%s of the rule %s", sweep.parameter(), sweep.rule());
  }

  private String body() {
    StringBuilder html = new StringBuilder(Html.paragraph(String.join(" ", sentences())));
    for (String each : Summary.cautions(sweep.basis())) {
      html.append("<p class=\"notice\">").append(Html.escape(each)).append("</p>\n");
    }
    html.append(table()).append(alerts());
    if (sweep.isLabelled()) {
      html.append(Html.heading("How right it is")).append(curve());
    }
    html.append(Html.heading("How to read it")).append(Html.paragraph(PAYMENTS));
    if (sweep.isLabelled()) {
      html.append(Html.paragraph(RIGHT));
    }
    return html.toString();
  }

  private List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        format(
            "%s in %s, tried with %s values on %s payments in %s days, from %s to %s UTC.",
            what(),
            sweep.book(),
            count(sweep.tried().size()),
            count(sweep.basis().volume().payments()),
            Told.decimal(sweep.basis().period().days()),
            Told.time(sweep.basis().period().from()),
            Told.time(sweep.basis().period().to())));
    Optional<Tried> best = goal.best(sweep.tried());
    best.ifPresent(
        each ->
            sentences.add(
                format(
                    "The best by %s is %s, with %s.",
                    goal.word(), each.value(), Told.part(goal.reached(each)))));
    return sentences;
  }

  private String table() {
    List<String> header =
        new ArrayList<>(
            List.of(sweep.parameter(), "alerts", "a day", "users", "only it", "all rules"));
    if (sweep.isLabelled()) {
      header.addAll(List.of("frauds", "precision", "recall", "f1", "false alarms a fraud"));
    }
    List<List<String>> rows = new ArrayList<>();
    for (Tried each : sweep.tried()) {
      List<String> row =
          new ArrayList<>(
              List.of(
                  name(each),
                  count(each.figures().alerts()),
                  Told.perDay(each.figures().perDay()),
                  count(each.figures().users()),
                  count(each.alone()),
                  count(each.together())));
      if (sweep.isLabelled()) {
        addHits(each.figures().hits(), row);
      }
      rows.add(row);
    }
    return Html.table("What came of each value", header, rows);
  }

  private static void addHits(@Nullable Hits hits, List<String> row) {
    row.add(hits == null ? Told.NOTHING : count(hits.frauds()));
    row.add(hits == null ? Told.NOTHING : Told.part(hits.precision()));
    row.add(hits == null ? Told.NOTHING : Told.part(hits.recall()));
    row.add(hits == null ? Told.NOTHING : Told.part(Goal.F1.of(hits)));
    row.add(hits == null ? Told.NOTHING : Told.ratio(hits.falseAlarmsPerFraud()));
  }

  private static String name(Tried tried) {
    return tried.standing() ? tried.value() + " (as it stands)" : tried.value();
  }

  private String alerts() {
    return Groups.svg(
        "Alerts with each value",
        "The table above has the figures.",
        List.of(new Series("alerts of the rule", Colour.FIRST)),
        sweep.tried().stream()
            .map(
                each ->
                    new Group(
                        name(each),
                        List.of(new Bar(each.figures().alerts(), count(each.figures().alerts())))))
            .toList());
  }

  /** Precision against recall, from value to value. */
  private String curve() {
    List<Point> line = new ArrayList<>();
    List<Chart.Named> dots = new ArrayList<>();
    double most = 0;
    for (Tried each : sweep.tried()) {
      Optional<Point> at = point(each.figures().hits());
      if (at.isPresent()) {
        line.add(at.get());
        dots.add(new Chart.Named(name(each), at.get()));
        most = Math.max(most, at.get().x());
      }
    }
    return new Chart(
            "Precision and recall with each value",
            "The table above has the figures. A value without alerts has no dot.",
            Axis.linear(
                "recall: part of the labelled frauds that it finds",
                /* low= */ 0,
                Plots.endOf(most)),
            Axis.share("precision: part of its alerts that are frauds"))
        .line("from value to value", Colour.QUIET, line)
        .named("a value", Colour.FIRST, dots)
        .svg();
  }

  private static Optional<Point> point(@Nullable Hits hits) {
    OptionalDouble precision = hits == null ? OptionalDouble.empty() : hits.precision();
    OptionalDouble recall = hits == null ? OptionalDouble.empty() : hits.recall();
    return precision.isPresent() && recall.isPresent()
        ? Optional.of(new Point(recall.getAsDouble(), precision.getAsDouble()))
        : Optional.empty();
  }

  private static final String PAYMENTS =
      "Only it: payments that this rule flags, and no other live rule of the book. All rules:"
          + " payments that any live rule flags, with this one among them.";

  private static final String RIGHT =
      "Precision is the part of its alerts that are about labelled frauds; what nobody has labelled"
          + " counts as honest. Recall is the part of the labelled frauds that it finds. F1 is their"
          + " harmonic mean.";
}
