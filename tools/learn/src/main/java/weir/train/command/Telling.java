package weir.train.command;

import java.util.List;
import java.util.Locale;
import weir.text.Table;
import weir.train.Trained;
import weir.train.gather.Gathered;
import weir.train.measure.Caught;
import weir.train.measure.CaughtOfKind;
import weir.train.report.Report;

/** What a training says on the terminal. */
final class Telling {
  private Telling() {}

  static String gathered(Gathered gathered) {
    StringBuilder text = new StringBuilder();
    text.append(
        format(
            "%,d payments with %d inputs, %,d labels, of %,d records%n",
            gathered.rows().size(),
            gathered.inputs().size(),
            gathered.labels(),
            gathered.records()));
    if (gathered.deadLetters() > 0) {
      text.append(
          format(
              "%,d records are not judged: late, malformed or the like%n", gathered.deadLetters()));
    }
    if (gathered.unknown() > 0) {
      text.append(
          format(
              "%,d labelled payments are not among these: of another time, or unknown%n",
              gathered.unknown()));
    }
    return text.toString();
  }

  static String trained(Trained trained) {
    Report report = trained.report();
    Table figures = new Table("", "this model").align(1, true);
    report.figures().forEach(each -> figures.add(List.of(each.name(), each.value())));
    Table limits = new Table("over", "alerts a day", "alerts", "frauds", "precision", "recall");
    limits.align(0, false);
    for (Report.Limit each : report.limits()) {
      limits.add(row(String.valueOf(each.over()), each.alertsPerDay(), each.caught()));
    }
    StringBuilder text = new StringBuilder();
    text.append('\n').append(figures.text()).append('\n').append(limits.text());
    if (!report.besideRules().isEmpty()) {
      Table beside =
          new Table("what flags", "alerts a day", "alerts", "frauds", "precision", "recall");
      for (Report.Beside each : report.besideRules()) {
        beside.add(
            row(each.what(), each.caught().alerts() / trained.reached().days(), each.caught()));
      }
      text.append('\n').append(beside.text());
    }
    if (!report.kinds().isEmpty()) {
      Table kinds =
          new Table("kind", "frauds", "by the rules", "by the model, with as many alerts");
      for (CaughtOfKind each : report.kinds()) {
        kinds.add(
            List.of(
                each.kind(),
                format("%,d", each.frauds()),
                format("%,d", each.byRules()),
                format("%,d", each.byModel())));
      }
      text.append('\n').append(kinds.text());
    }
    return text.toString();
  }

  private static List<String> row(String first, double perDay, Caught caught) {
    return List.of(
        first,
        format("%.1f", perDay),
        format("%,d", caught.alerts()),
        format("%,d", caught.frauds()),
        share(caught.precision()),
        share(caught.recall()));
  }

  private static String share(double share) {
    return Double.isNaN(share) ? "–" : format("%.3f", share);
  }

  private static String format(String form, Object... values) {
    return String.format(Locale.ROOT, form, values);
  }
}
