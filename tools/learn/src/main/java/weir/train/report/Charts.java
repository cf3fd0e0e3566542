package weir.train.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import weir.learn.Learner;
import weir.learn.Model;
import weir.learn.ScoreTable;
import weir.page.Axis;
import weir.page.Bars;
import weir.page.Chart;
import weir.page.Chart.Colour;
import weir.page.Chart.Point;
import weir.train.measure.Caught;
import weir.train.measure.Ranking;
import weir.train.measure.Reached;
import weir.train.measure.Scores;

/** The plots of a report. */
final class Charts {
  private static final int MOST_POINTS = 400;
  private static final int BIN = 50;
  private static final int MOST_BARS = 20;
  private static final List<Integer> GROUPS =
      List.of(0, 1, 5, 10, 20, 50, 100, 200, 300, 400, 500, 600, 700, 800, 900, 1001);
  private static final List<Integer> MARKED = List.of(500, 900);

  private final Reached reached;
  private final Ranking ranking;
  private final Scores scores;

  Charts(Reached reached) {
    this.reached = reached;
    this.ranking = reached.ranking();
    this.scores = reached.scores();
  }

  /** So many ranks that a line through them looks like one through all. */
  private List<Caught> steps() {
    int ranks = ranking.ranks();
    int step = Math.max(1, ranks / MOST_POINTS);
    List<Caught> steps = new ArrayList<>();
    for (int rank = 0; rank < ranks; rank += rank < MOST_POINTS / 2 ? 1 : step) {
      steps.add(new Caught(ranking.alerts(rank), ranking.caught(rank), ranking.frauds()));
    }
    if (ranks > 0) {
      steps.add(new Caught(ranking.transactions(), ranking.frauds(), ranking.frauds()));
    }
    return steps;
  }

  String precisionAndRecall() {
    double average = ranking.averagePrecision().orElse(Double.NaN);
    double share = (double) ranking.frauds() / ranking.transactions();
    return new Chart(
            "Precision and recall",
            format(
                "The area under the line is the average precision, %.3f. By chance it would be"
                    + " %.4f.",
                average, share),
            Axis.share("recall: part of the frauds that are caught"),
            Axis.share("precision: part of the alerts that are frauds"))
        .line(
            "this model",
            Colour.FIRST,
            steps().stream().map(each -> new Point(each.recall(), each.precision())).toList())
        .line("by chance", Colour.QUIET, List.of(new Point(0, share), new Point(1, share)))
        .svg();
  }

  String distribution() {
    int frauds = ranking.frauds();
    int honest = ranking.transactions() - frauds;
    int high = ScoreTable.MOST / 2;
    Caught over = scores.over(high);
    return new Chart(
            "Scores of frauds and of honest payments",
            format(
                "%d of %d frauds and %d of %d honest payments have a score over %d.",
                over.frauds(), frauds, over.alerts() - over.frauds(), honest, high),
            Axis.linear("score", 0, ScoreTable.MOST),
            Axis.logarithmic("part of the payments of a class", 1e-5, 1))
        .line("honest", Colour.FIRST, outline(honest, /* frauds= */ false))
        .line("fraud", Colour.SECOND, outline(frauds, /* frauds= */ true))
        .svg();
  }

  /** The tops of the bars of a histogram. */
  private List<Point> outline(int all, boolean frauds) {
    List<Point> points = new ArrayList<>();
    for (int from = 0; from < ScoreTable.MOST; from += BIN) {
      int to = from + BIN == ScoreTable.MOST ? ScoreTable.MOST + 1 : from + BIN;
      int count = frauds ? scores.fraudsIn(from, to) : scores.honestIn(from, to);
      double share = (double) count / Math.max(1, all);
      points.add(new Point(from, share));
      points.add(new Point(Math.min(to, ScoreTable.MOST), share));
    }
    return points;
  }

  String calibration() {
    List<Point> points = new ArrayList<>();
    for (int i = 1; i < GROUPS.size(); i++) {
      int from = GROUPS.get(i - 1);
      int to = GROUPS.get(i);
      int frauds = scores.fraudsIn(from, to);
      int all = frauds + scores.honestIn(from, to);
      if (all > 0) {
        long sum =
            IntStream.range(from, to)
                .mapToLong(score -> (long) score * (scores.frauds(score) + scores.honest(score)))
                .sum();
        points.add(new Point((double) sum / all / ScoreTable.MOST, (double) frauds / all));
      }
    }
    return new Chart(
            "Calibration",
            "Payments of like scores are one dot. Where scores are probabilities, dots lie on the"
                + " straight line.",
            Axis.share("average score / 1000"),
            Axis.share("part that are frauds"))
        .line("score as probability", Colour.QUIET, List.of(new Point(0, 0), new Point(1, 1)))
        .dots("tested payments", Colour.SECOND, points)
        .svg();
  }

  String alertsAgainstPrecision() {
    List<Point> line = new ArrayList<>();
    for (Caught each : steps()) {
      line.add(new Point(each.alerts() / reached.days(), each.precision()));
    }
    double least = line.isEmpty() ? 1 : line.get(0).x();
    double most = line.isEmpty() ? 1 : line.get(line.size() - 1).x();
    Chart chart =
        new Chart(
                "Alerts a day against precision",
                "The more alerts are raised, the fewer of them are frauds; the table of limits has"
                    + " the figures.",
                Axis.logarithmic("alerts a day", least, most),
                Axis.share("precision: part of the alerts that are frauds"))
            .line("this model", Colour.FIRST, line);
    for (int score : MARKED) {
      Caught over = scores.over(score);
      if (over.alerts() > 0) {
        chart.mark("over " + score, new Point(over.alerts() / reached.days(), over.precision()));
      }
    }
    return chart.svg();
  }

  static String weights(Model model, List<Double> weights) {
    List<Bars.Bar> bars =
        IntStream.range(0, weights.size())
            .mapToObj(i -> new Bars.Bar(model.inputs().get(i).text(), weights.get(i)))
            .sorted(
                Comparator.comparingDouble(Bars.Bar::length)
                    .reversed()
                    .thenComparing(Bars.Bar::name))
            .limit(MOST_BARS)
            .toList();
    String what =
        model.content().learner() == Learner.BOOSTED_TREES
            ? "By how much the splits at an input lessened the loss (gain), as parts of the greatest"
            : "How unevenly the cuts at an input divide, as parts of the greatest";
    return Bars.svg(
        "Inputs that matter", what + ". The first is " + bars.get(0).name() + ".", bars);
  }

  private static String format(String form, Object... values) {
    return String.format(Locale.ROOT, form, values);
  }
}
