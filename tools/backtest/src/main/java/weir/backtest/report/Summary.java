package weir.backtest.report;

import static weir.backtest.report.Told.count;
import static weir.backtest.report.Told.format;
import static weir.backtest.report.Told.perDay;
import static weir.backtest.report.Told.ratio;

import java.util.ArrayList;
import java.util.List;
import weir.backtest.answer.Answer;
import weir.backtest.answer.Change;
import weir.backtest.answer.Figures;
import weir.backtest.answer.Hits;
import weir.backtest.answer.Volume;

/** An answer in a few sentences. */
final class Summary {
  private Summary() {}

  /** What it says. */
  static List<String> sentences(Answer answer) {
    List<String> sentences = new ArrayList<>();
    Figures before = answer.flagged().before();
    Figures after = answer.flagged().after();
    sentences.add(
        format(
            "Of %s payments%s in %s days, from %s to %s UTC, %s flags %s: %s a day.",
            count(answer.volume().payments()),
            sample(answer.volume().sample()),
            Told.decimal(answer.period().days()),
            Told.time(answer.period().from()),
            Told.time(answer.period().to()),
            answer.after(),
            count(after.alerts()),
            perDay(after.perDay())));
    String against = answer.before();
    if (against != null) {
      Change change = answer.flagged().change();
      sentences.add(
          format(
              "Before, with %s, it was %s: %s a day. %s are added and %s removed.",
              against,
              count(before.alerts()),
              perDay(before.perDay()),
              count(change.added()),
              count(change.removed())));
    }
    Hits right = after.hits();
    if (right != null) {
      Hits formerly = answer.isComparison() ? before.hits() : null;
      sentences.add(
          format(
              "It finds %s of %s labelled frauds%s, with %s false alarms for each%s.",
              count(right.frauds()),
              count(right.inSight()),
              formerly == null ? "" : format(" (before: %s)", count(formerly.frauds())),
              ratio(right.falseAlarmsPerFraud()),
              formerly == null
                  ? ""
                  : format(" (before: %s)", ratio(formerly.falseAlarmsPerFraud()))));
    }
    return List.copyOf(sentences);
  }

  private static String sample(double sample) {
    return sample < 1 ? format(" of %s %% of the users", Told.decimal(100 * sample)) : "";
  }

  /** What to have in mind with its figures. */
  static List<String> notices(Answer answer) {
    List<String> notices = new ArrayList<>();
    if (!answer.isComparison()) {
      notices.add("There is nothing to compare with, so there is no before.");
    }
    notices.addAll(cautions(answer));
    return List.copyOf(notices);
  }

  /** The same, whatever is compared. */
  static List<String> cautions(Answer answer) {
    Volume volume = answer.volume();
    List<String> notices = new ArrayList<>();
    if (answer.partial()) {
      notices.add(
          "Partial: the back-test was ended before it had read the whole log. All figures are of"
              + " what it had read.");
    }
    add(notices, volume.deadLetters(), "%s records were not judged: late, malformed or the like.");
    add(
        notices,
        volume.unknown(),
        "%s labelled payments are not among these: of another time, or not in the log.");
    notices.addAll(answer.notes());
    return List.copyOf(notices);
  }

  private static void add(List<String> notices, long count, String form) {
    if (count > 0) {
      notices.add(format(form, count(count)));
    }
  }
}
