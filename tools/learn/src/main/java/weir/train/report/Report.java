package weir.train.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import weir.learn.Learner;
import weir.learn.Model;
import weir.learn.Span;
import weir.learn.Training;
import weir.model.Json;
import weir.page.Html;
import weir.train.measure.Caught;
import weir.train.measure.CaughtOfKind;
import weir.train.measure.Reached;
import weir.train.measure.RuleRanking;

/** What a training reached: a page, and the same figures for a terminal. */
public final class Report {
  private static final List<Integer> LIMITS =
      List.of(50, 100, 200, 300, 400, 500, 600, 700, 800, 900, 950);

  private final Model model;
  private final String size;
  private final List<Double> weights;
  private final Reached reached;
  private final RuleRanking rules;
  private final List<CaughtOfKind> kinds;

  private Report(
      Model model,
      String size,
      List<Double> weights,
      Reached reached,
      RuleRanking rules,
      List<CaughtOfKind> kinds) {
    this.model = model;
    this.size = size;
    this.weights = weights;
    this.reached = reached;
    this.rules = rules;
    this.kinds = List.copyOf(kinds);
  }

  /**
   * The report on a model.
   *
   * @param size of the model, in words
   * @param weights how much each input matters
   * @param rules what the book's own rules reached on the same payments
   * @param kinds who caught which kinds of fraud
   */
  public static Report of(
      Model model,
      String size,
      List<Double> weights,
      Reached reached,
      RuleRanking rules,
      List<CaughtOfKind> kinds) {
    return new Report(model, size, weights, reached, rules, kinds);
  }

  /** Who caught which kinds of fraud; nothing if labels say no kinds. */
  public List<CaughtOfKind> kinds() {
    return kinds;
  }

  /** A figure and its name. */
  public record Figure(String name, String value) {}

  /** What the model is and what it reached, for a terminal as well. */
  public List<Figure> figures() {
    Training training = model.content().training();
    List<Figure> figures = new ArrayList<>();
    figures.add(new Figure("learner", model.content().learner().word()));
    figures.add(new Figure("size", size));
    figures.add(new Figure("learned from", words(training.learned())));
    if (model.content().learner() == Learner.BOOSTED_TREES) {
      figures.add(new Figure("size chosen by", words(training.validated())));
    }
    figures.add(new Figure("tested on", words(training.tested())));
    figures.add(new Figure("AUC", share(reached.ranking().auc())));
    figures.add(new Figure("average precision", share(reached.ranking().averagePrecision())));
    if (rules.flagged().alerts() > 0) {
      figures.add(
          new Figure("average precision of the book's rules", share(rules.averagePrecision())));
    }
    reached
        .cardPrecision()
        .forEach(
            (cards, precision) ->
                figures.add(new Figure("card precision at " + cards, share(precision))));
    return List.copyOf(figures);
  }

  /** What the rules of the book flag, and what the model would flag in their place. */
  public record Beside(String what, Caught caught) {}

  /** The model beside the rules of the book; nothing if these flag nothing. */
  public List<Beside> besideRules() {
    Caught flagged = rules.flagged();
    if (flagged.alerts() == 0) {
      return List.of();
    }
    return List.of(
        new Beside("the rules of the book", flagged),
        new Beside("the model, with as many alerts", reached.ranking().first(flagged.alerts())),
        new Beside("the model, with as many frauds", reached.ranking().catching(flagged.frauds())));
  }

  /** What alerts over a score would amount to on the tested span. */
  public record Limit(int over, double alertsPerDay, Caught caught) {}

  public List<Limit> limits() {
    return LIMITS.stream().map(this::limit).toList();
  }

  private Limit limit(int over) {
    Caught caught = reached.scores().over(over);
    return new Limit(over, caught.alerts() / reached.days(), caught);
  }

  /** One page that needs no network. */
  public String html() {
    Charts charts = new Charts(reached);
    String name = model.name().substring(0, 12);
    return Html.page(
        "Weir model " + name,
        "<h1>Model "
            + name
            + "</h1>\n"
            + Html.paragraph("SHA-256 " + model.name())
            + Html.table(
                "What it is and what it reached",
                List.of("what", "this model"),
                figures().stream().map(each -> List.of(each.name(), each.value())).toList())
            + Html.paragraph(
                "All figures and plots are of the tested span. Neither the trees nor the choice of"
                    + " their size nor the scores knew it.")
            + Html.heading("How well it ranks")
            + (reached.ranking().frauds() == 0
                ? Html.paragraph("The tested span has no labelled fraud, so there is no precision.")
                : charts.precisionAndRecall() + charts.alertsAgainstPrecision())
            + limitsTable()
            + besideTable()
            + kindsTable()
            + Html.heading("What its scores mean")
            + Html.paragraph(meaning())
            + charts.distribution()
            + charts.calibration()
            + Html.heading("What it looks at")
            + Charts.weights(model, weights)
            + Html.heading("Definitions")
            + definitions());
  }

  private String besideTable() {
    List<Beside> all = besideRules();
    return all.isEmpty()
        ? ""
        : Html.table(
                "Beside the rules of the book",
                List.of("what flags", "alerts a day", "alerts", "frauds", "precision", "recall"),
                all.stream().map(each -> row(each.what(), each.caught())).toList())
            + Html.paragraph(
                "Average precision of the rules: "
                    + share(rules.averagePrecision())
                    + ". For it payments are ranked by how many of those that the same rules flag"
                    + " were frauds in the learned span.");
  }

  private String kindsTable() {
    return kinds.isEmpty()
        ? ""
        : Html.table(
            "Kinds of fraud: how many are caught, with as many alerts",
            List.of("kind", "frauds", "by the rules", "by the model"),
            kinds.stream()
                .map(
                    each ->
                        List.of(
                            each.kind(),
                            String.valueOf(each.frauds()),
                            String.valueOf(each.byRules()),
                            String.valueOf(each.byModel())))
                .toList());
  }

  private List<String> row(String first, Caught caught) {
    return List.of(
        first,
        String.format(Locale.ROOT, "%.1f", caught.alerts() / reached.days()),
        String.valueOf(caught.alerts()),
        String.valueOf(caught.frauds()),
        share(OptionalDouble.of(caught.precision())),
        share(OptionalDouble.of(caught.recall())));
  }

  private String limitsTable() {
    return Html.table(
        "Limits: what a rule with over: N would have raised",
        List.of("over", "alerts a day", "alerts", "frauds", "precision", "recall"),
        limits().stream().map(each -> row(String.valueOf(each.over()), each.caught())).toList());
  }

  private String meaning() {
    return model.content().learner() == Learner.BOOSTED_TREES
        ? "A score is the probability of fraud in thousandths, calibrated on the validated span by"
            + " Platt's method."
        : "A score is 1000 times 2 to the power of minus the average way to a leaf over the"
            + " expected one. 500 is usual. It is no probability, so its dots need not lie on the"
            + " line of the calibration.";
  }

  private static String definitions() {
    return Html.paragraph(
            "AUC: how probable it is that a fraud has a higher score than an honest payment; equal"
                + " ones count half.")
        + Html.paragraph(
            "Average precision: the precision at each rank, weighted by the part of the frauds that"
                + " are found there. Payments of equal margins share a rank.")
        + Html.paragraph(
            "Card precision at k: each day (in UTC) the k users with the greatest score of that day"
                + " are looked at. One who has a fraud on that day is found, and is not looked at"
                + " on later days. It is the part of those found among those looked at.");
  }

  private static String words(Span span) {
    return String.format(
        Locale.ROOT,
        "%,d payments, %,d of them frauds, from %s to %s",
        span.rows(),
        span.frauds(),
        Json.time(span.from()),
        Json.time(span.to()));
  }

  private static String share(OptionalDouble value) {
    return value.isEmpty() || Double.isNaN(value.getAsDouble())
        ? "–"
        : String.format(Locale.ROOT, "%.4f", value.getAsDouble());
  }
}
