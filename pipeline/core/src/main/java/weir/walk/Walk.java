package weir.walk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import weir.book.Charter;
import weir.history.History;
import weir.judge.Acceptance;
import weir.judge.AtKey;
import weir.judge.Floor;
import weir.judge.Hearing;
import weir.judge.KeyHistory;
import weir.judge.KeyJudge;
import weir.judge.UserJudge;
import weir.keys.KeyPlan;
import weir.keys.Keys;
import weir.model.Accepted;
import weir.model.Alert;
import weir.model.DeadLetter;
import weir.model.Dossier;
import weir.model.Examined;
import weir.model.Judgement;
import weir.model.Label;
import weir.model.LogPosition;
import weir.model.LogRecord;
import weir.model.Parsed;
import weir.model.Rejected;
import weir.model.TowardsTotal;
import weir.model.Verdict;
import weir.notice.Announcements;
import weir.notice.Books;

/**
 * Judges the records of a log one after the other, through all steps of the judgement. In whatever
 * order they come, the answers that stand in the end are the same; in the order of their log times
 * hardly anything is judged twice. What it holds is bounded by windows as long as its floor rises.
 * One thread at a time may use it.
 */
public final class Walk {
  private final Charter charter;
  private final Announcements announcements;
  private final Acceptance acceptance;
  private final Hearing hearing;
  private final UserJudge userJudge;
  private final List<KeyJudge> keyJudges = new ArrayList<>();
  private final Keys keys;
  private final Floor floor;
  private final Receiver receiver;
  private final Held<History> users = new Held<>(History.empty(), Walk::newest);
  private final List<Held<KeyHistory>> atKeys = new ArrayList<>();
  private final RunningTotals totals;
  private long forgottenBelow = Floor.UNKNOWN;
  private long belowFloor;

  /**
   * A walk from the beginning of a log.
   *
   * @param charter of all books
   * @param verdicts whether verdicts are wanted
   * @param floor a log time below which nothing comes any more; where records come in the order of
   *     their log times it is the log time that is reached
   */
  public Walk(
      Charter charter,
      Announcements announcements,
      boolean verdicts,
      Floor floor,
      Receiver receiver) {
    this(
        charter,
        announcements,
        verdicts,
        floor,
        receiver,
        key -> new KeyJudge(key, charter, announcements, verdicts));
  }

  /**
   * The same.
   *
   * @param worthForgetting how many payments a value of a key forgets at once at least, which
   *     changes no answer
   */
  public Walk(
      Charter charter,
      Announcements announcements,
      boolean verdicts,
      Floor floor,
      Receiver receiver,
      int worthForgetting) {
    this(
        charter,
        announcements,
        verdicts,
        floor,
        receiver,
        key -> new KeyJudge(key, charter, announcements, verdicts, worthForgetting));
  }

  private Walk(
      Charter charter,
      Announcements announcements,
      boolean verdicts,
      Floor floor,
      Receiver receiver,
      IntFunction<KeyJudge> judgeAt) {
    this.charter = charter;
    this.announcements = announcements;
    this.acceptance = Acceptance.of(charter);
    this.hearing = Hearing.of(charter);
    this.userJudge = new UserJudge(charter, announcements, verdicts);
    this.keys = Keys.of(charter);
    this.floor = floor;
    this.receiver = receiver;
    this.totals = new RunningTotals(announcements);
    for (int key = 0; key < keys.size(); key++) {
      keyJudges.add(judgeAt.apply(key));
      atKeys.add(new Held<>(KeyHistory.EMPTY, Walk::newest));
    }
  }

  /** Judges one record of a topic of transactions. */
  public void judge(String topic, LogRecord record) {
    judge(topic, record, /* before= */ null);
  }

  /**
   * The same, where it may have been parsed before.
   *
   * @param before the transaction that its value is; absent if that is not known
   */
  public void judge(String topic, LogRecord record, @Nullable Parsed before) {
    judge(topic, acceptance.examine(record, before));
  }

  /** The same, where it was examined before by the same charter. */
  public void judge(String topic, Examined examined) {
    examined.match(
        accepted -> judgeAccepted(topic, accepted),
        rejected -> receiver.deadLetter(new DeadLetter(topic, rejected)));
  }

  private void judgeAccepted(String topic, Accepted accepted) {
    forget(accepted.position());
    String user = accepted.transaction().userId();
    History before = users.get(user);
    UserJudge.Outcome outcome = userJudge.judge(before, accepted);
    users.put(user, outcome.history());
    receiver.remembered(before, outcome);
    take(topic, accepted.position(), outcome.judgements());
  }

  /** Hears one record of a topic of labels. */
  public void hear(String topic, LogRecord record) {
    hearing.examine(
        record,
        new Hearing.Cases() {
          @Override
          public void heard(Label label) {
            if (hearing.matters(label)) {
              hear(topic, label);
            }
          }

          @Override
          public void rejected(Rejected rejected) {
            receiver.deadLetter(new DeadLetter(topic, rejected));
          }
        });
  }

  private void hear(String topic, Label label) {
    forget(label.position());
    AtKey came = new AtKey(List.of(), List.of(label));
    for (int key = 0; key < keys.size(); key++) {
      String value = label.keys().get(key);
      if (value != null) {
        judgeAt(key, value, came, topic, label.position());
      }
    }
  }

  private void judgeAt(int key, String value, AtKey came, String topic, LogPosition cause) {
    Held<KeyHistory> held = atKeys.get(key);
    KeyJudge.Outcome outcome = keyJudges.get(key).judge(held.get(value), came, floor.logTime());
    held.put(value, outcome.history());
    take(topic, cause, outcome.judgements());
  }

  private void take(String topic, LogPosition cause, List<Judgement> judgements) {
    if (judgements.isEmpty()) {
      return;
    }
    Judgement.Cases<RuntimeException> cases =
        new Judgement.Cases<>() {
          @Override
          public void alert(Alert alert) {
            receiver.alert(cause, alert);
          }

          @Override
          public void verdict(Verdict verdict) {
            receiver.verdict(cause, verdict);
          }

          @Override
          public void towardsTotal(TowardsTotal counted) {
            totals.spend(counted).forEach(this::alert);
          }

          @Override
          public void rejected(Rejected conflict) {
            receiver.deadLetter(new DeadLetter(topic, conflict));
          }

          @Override
          public void dossier(Dossier dossier) {
            int key = dossier.nextKey();
            String value = Objects.requireNonNull(keys.value(key, dossier.transaction()));
            judgeAt(key, value, AtKey.dossiers(List.of(dossier)), topic, cause);
          }
        };
    for (Judgement each : judgements) {
      each.match(cases);
    }
  }

  /** Forgets what nothing that is still to come can look back to. */
  private void forget(LogPosition next) {
    long below = floor.logTime();
    if (next.time() < below) {
      belowFloor++;
    }
    if (below <= forgottenBelow) {
      return;
    }
    forgottenBelow = below;
    users.forgetBefore(below - charter.retentionMillis());
    totals.forgetBefore(below - charter.allowedLatenessMillis());
    Books books = announcements.knownAt(next.time());
    long finalBefore = below - charter.allowedLatenessMillis() - charter.allowedClockSkewMillis();
    for (int key = 0; key < keys.size(); key++) {
      atKeys.get(key).forgetBefore(finalBefore - reachMillis(books, key, finalBefore));
    }
  }

  /** How far back from a payment that is still to come anything is looked at, at a key. */
  private static long reachMillis(Books books, int key, long finalBefore) {
    long reach = books.unfoldedMillis(key);
    for (KeyPlan plan : books.plansFrom(finalBefore)) {
      reach = Math.max(reach, plan.reachMillis(key));
    }
    return reach;
  }

  private static long newest(History history) {
    int size = history.size();
    return size == 0 ? Long.MIN_VALUE : history.get(history.first() + size - 1).time();
  }

  private static long newest(KeyHistory history) {
    List<Label> labels = history.labels().all();
    long label = labels.isEmpty() ? Long.MIN_VALUE : labels.get(labels.size() - 1).time();
    long payment =
        Math.max(newest(history.transactions().history()), history.transactions().foldedUntil());
    return Math.max(label, payment);
  }

  /**
   * How many records came below the floor. What their answers rest on may have been forgotten, as
   * in a job: senders wrote log times that fall.
   */
  public long belowFloor() {
    return belowFloor;
  }

  /** The histories of users that it holds. */
  public Collection<History> histories() {
    return users.histories();
  }

  /** How much it holds now. */
  public Holding holding() {
    return new Holding(
        histories().size(),
        histories().stream().mapToLong(History::size).sum(),
        held().count(),
        held().mapToLong(each -> each.transactions().history().size()).sum(),
        held().mapToLong(each -> each.labels().all().size()).sum(),
        totals.windows());
  }

  private Stream<KeyHistory> held() {
    return atKeys.stream().flatMap(each -> each.histories().stream());
  }
}
