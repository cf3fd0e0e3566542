package weir.score;

import weir.book.RuleBook;
import weir.model.Alert;
import weir.model.LogPosition;
import weir.model.LogRecord;
import weir.oracle.Merged;
import weir.oracle.PlainRun;
import weir.traffic.Label;
import weir.traffic.Outgoing;
import weir.traffic.Traffic;
import weir.traffic.TrafficSettings;

/** Traffic, judged without an engine, and scored. */
final class ScoredRun {
  private ScoredRun() {}

  static ScoreCard of(TrafficSettings settings, RuleBook book, long millis) {
    Scoring scoring = new Scoring();
    PlainRun run =
        PlainRun.of(
            book,
            "transactions",
            new Merged(),
            (cause, judgement) -> {
              if (judgement instanceof Alert alert) {
                scoring.add(alert);
              }
              return false;
            });
    Traffic traffic = new Traffic(settings);
    long offset = 0;
    for (Outgoing next = traffic.next();
        next.logMillis() < settings.startMillis() + millis;
        next = traffic.next()) {
      Label label = next.label();
      if (label != null) {
        scoring.add(label);
      }
      run.judge(
          new LogRecord(new LogPosition(0, offset++, next.logMillis()), next.key(), next.value()));
    }
    return scoring.card();
  }
}
