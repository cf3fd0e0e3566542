package weir.backtest.report;

import java.util.List;
import weir.backtest.answer.Answer;
import weir.page.Html;

/** What a back-test found, as one page that needs no network. */
public final class AnswerHtml {
  private AnswerHtml() {}

  /** The page. */
  public static String page(Answer answer) {
    return Html.page(
        "Back-test of " + answer.after(),
        Html.resource(AnswerHtml.class, "answer.css"),
        "<h1>Back-test</h1>\n" + summary(answer) + body(answer));
  }

  private static String summary(Answer answer) {
    StringBuilder html = new StringBuilder();
    html.append(Html.paragraph(String.join(" ", Summary.sentences(answer))));
    for (String each : Summary.notices(answer)) {
      html.append("<p class=\"notice\">").append(Html.escape(each)).append("</p>\n");
    }
    return html.toString();
  }

  private static String body(Answer answer) {
    Tables tables = new Tables(answer);
    Plots plots = new Plots(answer);
    StringBuilder html = new StringBuilder();
    html.append(tables.together()).append(plots.days());
    html.append(Html.heading("Rule by rule"));
    if (answer.isComparison()) {
      html.append(tables.changes());
    }
    html.append(plots.alerts()).append(tables.work());
    if (answer.volume().isLabelled()) {
      html.append(Html.heading("How right they are"));
      html.append(plots.precisionAndRecall()).append(tables.right());
      html.append(Html.heading("Money"));
      tables.fewCurrencies().forEach(each -> html.append(plots.caught(each)));
      html.append(tables.money());
    }
    if (!answer.overlaps().isEmpty()) {
      html.append(Html.heading("Rules about the same payments")).append(tables.overlaps());
    }
    String examples = Examples.of(answer);
    if (!examples.isEmpty()) {
      html.append(Html.heading("Examples")).append(examples);
    }
    html.append(Html.heading("How to read it"));
    DEFINITIONS.forEach(each -> html.append(Html.paragraph(each)));
    return html.toString();
  }

  private static final List<String> DEFINITIONS =
      List.of(
          "Before is what the rules in force, or those compared with, say of the same log; after is"
              + " what the tried rules say. Alerts of rules that are on trial or snoozed flag"
              + " nothing; their rows say so.",
          "Kept: the alert is on both sides. Changed: it has another severity or mode. Added and"
              + " removed: it is on one side only. A rule is the same whatever its version.",
          "Precision is the part of the alerts that are about labelled frauds; what nobody has"
              + " labelled counts as honest. Recall is the part of the labelled frauds that are"
              + " found. False alarms a fraud: alerts about other payments, for each fraud found.");
}
