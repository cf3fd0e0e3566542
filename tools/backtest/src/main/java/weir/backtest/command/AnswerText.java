package weir.backtest.command;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import weir.backtest.answer.Answer;
import weir.backtest.answer.Day;
import weir.backtest.answer.Overlap;
import weir.backtest.answer.Period;
import weir.backtest.answer.Volume;
import weir.text.Table;

/** An answer on the terminal. */
final class AnswerText {
  private static final int MOST_OVERLAPS = 12;

  private AnswerText() {}

  static String of(Answer answer) {
    List<String> parts = new ArrayList<>();
    parts.add(head(answer));
    parts.add(RulesText.alerts(answer));
    parts.add(work(answer));
    if (answer.volume().isLabelled()) {
      parts.add(HitsText.hits(answer));
      parts.add(HitsText.money(answer));
    }
    parts.add(overlaps(answer.overlaps()));
    parts.add(ExamplesText.of(answer));
    parts.removeIf(String::isEmpty);
    return String.join("\n", parts);
  }

  static String format(String form, Object... values) {
    return String.format(Locale.ROOT, form, values);
  }

  private static String head(Answer answer) {
    StringBuilder text = new StringBuilder();
    text.append(partial(answer));
    String before = answer.before();
    text.append(
        before == null
            ? format("%s, with nothing to compare with%n", answer.after())
            : format("%s, beside %s%n", answer.after(), before));
    return text.append(basis(answer)).toString();
  }

  /** What an answer rests on. */
  static String basis(Answer answer) {
    StringBuilder text = new StringBuilder();
    Period period = answer.period();
    Volume volume = answer.volume();
    if (volume.payments() == 0) {
      return text.append(format("no payments in the period, of %,d records%n", volume.records()))
          .toString();
    }
    text.append(
        format(
            "%s to %s, %s%n%,d payments of %,d records",
            Instant.ofEpochMilli(period.from()),
            Instant.ofEpochMilli(period.to() - 1),
            length(period.days()),
            volume.payments(),
            volume.records()));
    if (volume.deadLetters() > 0) {
      text.append(format("; %,d not judged: late, malformed or the like", volume.deadLetters()));
    }
    if (volume.sample() < 1) {
      text.append(format("; %s %% of the users", number(100 * volume.sample())));
    }
    text.append('\n').append(labels(volume));
    answer.notes().forEach(each -> text.append(each).append('\n'));
    return text.toString();
  }

  static String partial(Answer answer) {
    return answer.partial() ? "PARTIAL: the log was not read to its end.\n" : "";
  }

  private static String length(double days) {
    return days < 1 ? format("%.1f hours", 24 * days) : format("%.1f days", days);
  }

  private static String labels(Volume volume) {
    if (!volume.isLabelled()) {
      return "no labels: nothing says which alerts are right\n";
    }
    String labels =
        format("%,d labels; %,d of the payments are frauds", volume.labels(), volume.frauds());
    return volume.unknown() == 0
        ? labels + "\n"
        : labels
            + format("; %,d labelled payments are of another time, or unknown%n", volume.unknown());
  }

  /** A number without needless zeros. */
  private static String number(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  /** How much work a day brings. */
  private static String work(Answer answer) {
    if (answer.days().isEmpty()) {
      return "";
    }
    String after = work(answer, Day::after);
    return answer.isComparison()
        ? format(
            "live alerts a day: before %s%n                    after %s%n",
            work(answer, Day::before), after)
        : format("live alerts a day: %s%n", after);
  }

  private static String work(Answer answer, ToLongFunction<Day> alerts) {
    List<Day> days = answer.days();
    Day most = days.stream().max(Comparator.comparingLong(alerts)).orElseThrow();
    long all = days.stream().mapToLong(alerts).sum();
    return format(
        "%,.1f, at most %,d on %s",
        answer.period().perDay(all), alerts.applyAsLong(most), most.date());
  }

  private static String overlaps(List<Overlap> overlaps) {
    if (overlaps.isEmpty()) {
      return "";
    }
    Table table =
        new Table("alerts about the same payments", "", "payments", "of the first", "of the other");
    table.align(1, true);
    for (Overlap each : overlaps.subList(0, Math.min(MOST_OVERLAPS, overlaps.size()))) {
      table.add(
          List.of(
              RulesText.name(each.one()),
              RulesText.name(each.other()),
              format("%,d", each.payments()),
              percent(each.payments(), each.ofOne()),
              percent(each.payments(), each.ofOther())));
    }
    int more = overlaps.size() - MOST_OVERLAPS;
    return table.text() + (more > 0 ? format("and %,d pairs more%n", more) : "");
  }

  private static String percent(long some, long all) {
    return format("%.0f %%", 100.0 * some / all);
  }
}
