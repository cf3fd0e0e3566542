package weir.train.gather;

import java.util.List;
import weir.judge.Hearing;
import weir.log.Entry;
import weir.log.Kind;
import weir.log.Log;
import weir.log.Span;
import weir.model.Label;
import weir.model.LogRecord;
import weir.model.Rejected;
import weir.rules.Rule;
import weir.train.rows.Progress;
import weir.walk.Walk;

/**
 * Walks a log, and gathers for each payment what a model would have been told of it when it came:
 * by the code that judges, so what is learned is what will be seen. What it holds beside the rows
 * is bounded by the windows of the book.
 */
public final class Gathering {
  private static final int TOLD_EVERY = 1 << 12;

  private Gathering() {}

  /**
   * Reads a log to its end.
   *
   * @param wanted the event times of payments that become rows; those before are walked for the
   *     windows of these
   * @param kindField the field of labels that says of what kind a fraud is; empty if none does
   */
  public static Gathered of(
      Log log, Judging judging, Span wanted, String kindField, Progress progress) {
    List<Rule> rules = judging.rules();
    Gatherer gatherer =
        new Gatherer(
            judging.asking().inputs().size(),
            rules.subList(0, Math.min(rules.size(), Gatherer.MOST_RULES)),
            wanted);
    Walk walk =
        new Walk(
            judging.charter(),
            judging.announcements(),
            /* verdicts= */ false,
            log::reached,
            gatherer);
    Hearing hearing = Hearing.of(judging.charter());
    Truth truth = new Truth();
    long late = judging.charter().allowedLatenessMillis();
    long end = wanted.to() > Long.MAX_VALUE - late ? Long.MAX_VALUE : wanted.to() + late;
    long records = 0;
    for (Entry entry = log.next(); entry != null; entry = log.next()) {
      if (records++ % TOLD_EVERY == 0) {
        progress.at("reading the log", records, Math.max(records, log.records()));
      }
      if (entry.kind() == Kind.LABELS) {
        hearing.examine(entry.record(), into(truth, kindField, entry.record()));
      }
      boolean heard =
          switch (entry.kind()) {
            // By rules, only if they may know any.
            case LABELS -> judging.charter().labels();
            // What is newer changes nothing for those that are wanted.
            case TRANSACTIONS -> log.reached() < end;
          };
      if (heard) {
        entry.into(walk);
      }
    }
    progress.at("reading the log", records, records);
    return new Gathered(
        judging.inputs(),
        judging.asking().definitions(),
        gatherer.rows(truth),
        truth.usualDelayMillis(),
        records,
        gatherer.deadLetters(),
        truth.labels(),
        gatherer.unknown(truth));
  }

  private static Hearing.Cases into(Truth truth, String kindField, LogRecord record) {
    return new Hearing.Cases() {
      @Override
      public void heard(Label label) {
        truth.hear(label);
        LabelText.of(record, kindField).ifPresent(kind -> truth.hear(label, kind));
      }

      @Override
      public void rejected(Rejected rejected) {
        // What is no label says nothing of any payment.
      }
    };
  }
}
