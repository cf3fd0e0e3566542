package weir.detect;

import org.jspecify.annotations.Nullable;
import weir.history.History;
import weir.judge.UserJudge;
import weir.meters.Meters;
import weir.model.Accepted;
import weir.notice.Announcements;

/** The judge of users inside a step, and what the step counts. */
final class UserStep {
  /** One offset in so many is a sample. */
  private static final int SAMPLE = 64;

  private final UserJudge judge;
  private final BookMeters book;
  private final DriftMeters drift = new DriftMeters();
  private final Tally judged = new Tally(Meters.JUDGED);
  private final Tally repeated = new Tally(Meters.REPEATED);
  private final Spread historySize =
      new Spread(Meters.HISTORY_SIZE, 1, 3, 10, 30, 100, 300, 1000, 3000, 10_000, 100_000);

  UserStep(UserJudge judge, Announcements announcements) {
    this.judge = judge;
    this.book = new BookMeters(announcements);
  }

  /**
   * Judges an arrival.
   *
   * @param known null before a user's first
   */
  UserJudge.Outcome judge(@Nullable History known, Accepted arrival) {
    UserJudge.Outcome outcome = judge.judge(known == null ? History.empty() : known, arrival);
    if (outcome.changed()) {
      judged.add(1);
    } else if (outcome.judgements().isEmpty()) {
      repeated.add(1);
    }
    book.judged(arrival.position().time());
    // Sampling by offset, not by a count, picks the same records wherever and whenever they are
    // judged.
    if (arrival.position().offset() % SAMPLE == 0) {
      historySize.add(outcome.history().size());
    }
    return outcome;
  }

  void tell() {
    judged.tell();
    repeated.tell();
    historySize.tell();
    book.tell();
    drift.tell();
  }
}
