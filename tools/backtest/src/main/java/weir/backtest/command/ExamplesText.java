package weir.backtest.command;

import static weir.backtest.command.AnswerText.format;

import java.time.Instant;
import java.util.List;
import weir.backtest.answer.Answer;
import weir.backtest.answer.Example;
import weir.backtest.answer.RuleAnswer;

/** Alerts that were added and removed, with their reasons. */
final class ExamplesText {
  private ExamplesText() {}

  static String of(Answer answer) {
    StringBuilder text = new StringBuilder();
    for (RuleAnswer rule : answer.rules()) {
      if (answer.isComparison()) {
        add("added by " + rule.rule(), rule.change().added(), rule.added(), answer, text);
        add("removed from " + rule.rule(), rule.change().removed(), rule.removed(), answer, text);
      } else {
        long alerts = rule.after().values().stream().mapToLong(each -> each.alerts()).sum();
        add("of " + rule.rule(), alerts, rule.added(), answer, text);
      }
    }
    return text.toString();
  }

  private static void add(
      String what, long many, List<Example> examples, Answer answer, StringBuilder text) {
    if (examples.isEmpty()) {
      return;
    }
    text.append(
        examples.size() < many
            ? format("%s, %,d of %,d:%n", what, examples.size(), many)
            : format("%s:%n", what));
    for (Example each : examples) {
      text.append(format("  %s%n    %s%n", line(each, answer), each.reason()));
    }
  }

  private static String line(Example example, Answer answer) {
    StringBuilder line = new StringBuilder();
    line.append(Instant.ofEpochMilli(example.time())).append("  ").append(example.user());
    if (example.transaction() != null) {
      line.append("  ").append(example.transaction());
    }
    if (example.amount() != null && example.currency() != null) {
      line.append(format("  %s %s", example.currency(), example.amount().toPlainString()));
    }
    line.append("  ").append(example.standing());
    if (answer.volume().isLabelled() && example.transaction() != null) {
      line.append("  ").append(example.truth().code());
    }
    return line.toString();
  }
}
