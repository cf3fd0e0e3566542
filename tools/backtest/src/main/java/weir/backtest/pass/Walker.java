package weir.backtest.pass;

import java.util.List;
import java.util.Objects;
import weir.backtest.tally.Sample;
import weir.backtest.tally.Side;
import weir.history.History;
import weir.judge.Acceptance;
import weir.judge.Floor;
import weir.judge.UserJudge;
import weir.model.Accepted;
import weir.model.Alert;
import weir.model.DeadLetter;
import weir.model.Examined;
import weir.model.LogPosition;
import weir.model.Verdict;
import weir.walk.Holding;
import weir.walk.Receiver;
import weir.walk.Walk;

/** A side at work. One thread at a time may use it. */
final class Walker implements Receiver {
  private final Side side;
  private final Acceptance acceptance;
  private final boolean shares;
  private final long countedFrom;
  private final Sample sample;
  private final Walk walk;
  private long reached = Floor.UNKNOWN;
  private Said said = new Said();
  private boolean isNew;

  /**
   * A side at the beginning of a log.
   *
   * @param shares whether records are examined for it already
   * @param countedFrom the log time from which on dead letters are counted
   */
  Walker(Side side, boolean shares, Sample sample, long countedFrom) {
    this.countedFrom = countedFrom;
    this.side = side;
    this.acceptance = Acceptance.of(side.charter());
    this.shares = shares;
    this.sample = sample;
    this.walk =
        new Walk(
            side.charter(),
            side.announcements(),
            /* verdicts= */ false,
            () -> reached,
            /* receiver= */ this);
  }

  /** Judges records that follow those before, and returns what it says. */
  Said walk(List<Read> batch) {
    said = new Said();
    for (Read each : batch) {
      reached = each.reached();
      switch (each.entry().kind()) {
        case LABELS -> {
          if (side.charter().labels()) {
            each.entry().into(walk);
          }
        }
        case TRANSACTIONS -> judge(each);
      }
    }
    return said;
  }

  private void judge(Read read) {
    Examined examined =
        shares ? Objects.requireNonNull(read.examined()) : read.entry().examine(acceptance);
    String topic = read.entry().topic();
    examined.match(
        accepted -> judge(topic, accepted),
        rejected -> walk.judge(topic, /* examined= */ rejected));
  }

  private void judge(String topic, Accepted accepted) {
    if (!sample.has(accepted.transaction().userId())) {
      return;
    }
    isNew = false;
    walk.judge(topic, /* examined= */ accepted);
    if (isNew) {
      long at = accepted.position().time();
      said.judged(accepted, side.announcements().knownAt(at).inForceAt(at));
    }
  }

  @Override
  public void remembered(History before, UserJudge.Outcome outcome) {
    isNew = outcome.changed();
  }

  @Override
  public void alert(LogPosition cause, Alert alert) {
    said.alert(alert);
  }

  @Override
  public void verdict(LogPosition cause, Verdict verdict) {
    // The walk is not asked for any.
  }

  @Override
  public void deadLetter(DeadLetter letter) {
    if (letter.rejected().position().time() >= countedFrom) {
      said.deadLetter();
    }
  }

  Holding holding() {
    return walk.holding();
  }
}
