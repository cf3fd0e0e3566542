package weir.backtest.report;

import java.util.ArrayList;
import java.util.List;
import weir.backtest.answer.Answer;
import weir.backtest.answer.Example;
import weir.backtest.answer.Figures;
import weir.backtest.answer.RuleAnswer;
import weir.model.Printable;
import weir.page.Html;

/** Alerts that were added and removed, with their reasons. */
final class Examples {
  private Examples() {}

  /** Of each rule that has some. */
  static String of(Answer answer) {
    StringBuilder html = new StringBuilder();
    for (RuleAnswer rule : answer.rules()) {
      if (!rule.added().isEmpty() || !rule.removed().isEmpty()) {
        html.append("<h3>").append(Html.escape(rule.rule())).append("</h3>\n");
        if (answer.isComparison()) {
          html.append(list("Added", rule.change().added(), rule.added(), answer));
          html.append(list("Removed", rule.change().removed(), rule.removed(), answer));
        } else {
          long alerts = rule.after().values().stream().mapToLong(Figures::alerts).sum();
          html.append(list("Alerts", alerts, rule.added(), answer));
        }
      }
    }
    return html.toString();
  }

  private static String list(String what, long all, List<Example> examples, Answer answer) {
    if (examples.isEmpty()) {
      return "";
    }
    StringBuilder html = new StringBuilder("<h4>");
    html.append(Told.format("%s: %s of %s", what, Told.count(examples.size()), Told.count(all)));
    html.append("</h4>\n<ul class=\"examples\">\n");
    for (Example each : examples) {
      html.append(item(each, answer));
    }
    return html.append("</ul>\n").toString();
  }

  private static String item(Example example, Answer answer) {
    List<String> facts = new ArrayList<>();
    facts.add("user " + text(example.user()));
    facts.add(Told.time(example.time()));
    if (example.amount() != null) {
      facts.add(Told.amount(example.amount()) + " " + text(String.valueOf(example.currency())));
    }
    facts.add(text(example.standing()));
    if (answer.volume().isLabelled() && example.transaction() != null) {
      String truth = example.truth().code();
      facts.add(Told.format("<span class=\"truth-%s\">%s</span>", truth, truth));
    }
    if (example.transaction() != null) {
      facts.add("payment " + text(example.transaction()));
    }
    facts.add("version " + example.version());
    return "<li><p>"
        + text(example.reason())
        + "</p>\n<p class=\"facts\">"
        + String.join(" · ", facts)
        + "</p></li>\n";
  }

  /** It comes from records, which anybody may have written. */
  private static String text(String foreign) {
    return Html.escape(Printable.text(foreign));
  }
}
