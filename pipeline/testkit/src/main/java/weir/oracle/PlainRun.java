package weir.oracle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.BiPredicate;
import weir.book.Charter;
import weir.book.RuleBook;
import weir.form.AlertJson;
import weir.history.History;
import weir.judge.Acceptance;
import weir.judge.AtKey;
import weir.judge.Floor;
import weir.judge.Hearing;
import weir.judge.KeyHistory;
import weir.judge.KeyJudge;
import weir.judge.NewAnswers;
import weir.judge.UserJudge;
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
import weir.model.Payload;
import weir.model.Rejected;
import weir.model.RejectedJson;
import weir.model.TowardsTotal;
import weir.model.Transaction;
import weir.model.Verdict;
import weir.notice.Announcements;

/** The judgement without an engine: a loop over one record after the other. */
public final class PlainRun {
  private final String topic;
  private final Acceptance acceptance;
  private final Hearing hearing;
  private final UserJudge judge;
  private final Merged merged;
  private final BiPredicate<LogPosition, Judgement> says;
  private final Map<String, History> histories = new HashMap<>();
  private final RunningTotals totals;
  private final Keys keys;
  private final Floor floor;
  private final List<KeyJudge> keyJudges = new ArrayList<>();
  private final Map<List<Object>, KeyHistory> keyHistories = new HashMap<>();
  private long longestMemory;
  private long forgotten;
  private long repeated;

  private PlainRun(
      Charter charter,
      Announcements announcements,
      String topic,
      Merged merged,
      BiPredicate<LogPosition, Judgement> says,
      boolean verdicts,
      Floor floor) {
    this.topic = topic;
    this.acceptance = Acceptance.of(charter);
    this.hearing = Hearing.of(charter);
    this.judge = new UserJudge(charter, announcements, verdicts);
    this.merged = merged;
    this.says = says;
    this.totals = new RunningTotals(announcements);
    this.keys = Keys.of(charter);
    this.floor = floor;
    for (int key = 0; key < keys.size(); key++) {
      keyJudges.add(new KeyJudge(key, charter, announcements, verdicts));
    }
  }

  public static PlainRun of(RuleBook book, String topic) {
    return of(book, topic, new Merged(), (cause, judgement) -> true);
  }

  /**
   * A run that adds its answers to those of other runs.
   *
   * @param says whether the run reports a judgement that the record at this position caused. Every
   *     payment counts towards its total in any case; for a total this decides only about its alert
   */
  public static PlainRun of(
      RuleBook book, String topic, Merged merged, BiPredicate<LogPosition, Judgement> says) {
    return of(book.charter(), Announcements.always(book), topic, merged, says);
  }

  /** A run by the books that are in force. */
  public static PlainRun of(Charter charter, Announcements announcements, String topic) {
    return of(charter, announcements, topic, new Merged(), (cause, judgement) -> true);
  }

  /** The same without verdicts. */
  public static PlainRun withoutVerdicts(
      Charter charter, Announcements announcements, String topic) {
    return new PlainRun(
        charter,
        announcements,
        topic,
        new Merged(),
        (cause, judgement) -> true,
        /* verdicts= */ false,
        Floor.NONE);
  }

  /** The same, adding its answers to those of other runs. */
  public static PlainRun of(
      Charter charter,
      Announcements announcements,
      String topic,
      Merged merged,
      BiPredicate<LogPosition, Judgement> says) {
    return new PlainRun(
        charter, announcements, topic, merged, says, /* verdicts= */ true, Floor.NONE);
  }

  /** A run that forgets at keys what a floor allows. */
  public static PlainRun of(
      Charter charter, Announcements announcements, String topic, Floor floor) {
    return new PlainRun(
        charter,
        announcements,
        topic,
        new Merged(),
        (cause, judgement) -> true,
        /* verdicts= */ true,
        floor);
  }

  /**
   * A run that continues after a crash with nothing but the log. It begins before the first
   * uncommitted record, and reports only answers that may be new. Answers that can no longer change
   * were given before the crash. The run does not repeat them, because it may not have read
   * everything that they depend on.
   */
  public static PlainRun restarted(
      Charter charter,
      Announcements announcements,
      String topic,
      Merged before,
      LogPosition uncommitted) {
    NewAnswers novelty =
        new NewAnswers(
            uncommitted.time(),
            charter.allowedLatenessMillis(),
            Map.of(topic, Map.of(uncommitted.partition(), uncommitted.offset())));
    return of(
        charter,
        announcements,
        topic,
        before,
        (cause, judgement) -> isNew(novelty, topic, judgement));
  }

  private static boolean isNew(NewAnswers novelty, String topic, Judgement judgement) {
    if (judgement instanceof Alert alert) {
      return novelty.isNew(alert);
    }
    if (judgement instanceof Verdict verdict) {
      return novelty.isNew(verdict);
    }
    return judgement instanceof Rejected rejected && novelty.isNew(new DeadLetter(topic, rejected));
  }

  /** Judges records in the order given, and returns the merged answers. */
  public Merged judgeAll(List<LogRecord> records) {
    records.forEach(this::judge);
    return merged;
  }

  /** The same with labels, which come anywhere between them and in no order. */
  public Merged judgeAll(
      List<LogRecord> records, String labelTopic, List<LogRecord> labels, Random random) {
    List<LogRecord> coming = new ArrayList<>(labels);
    Collections.shuffle(coming, random);
    for (LogRecord each : records) {
      while (!coming.isEmpty() && random.nextInt(records.size()) < 2 * labels.size()) {
        hear(labelTopic, coming.remove(coming.size() - 1));
      }
      judge(each);
    }
    coming.forEach(each -> hear(labelTopic, each));
    return merged;
  }

  /** The number of transactions in the longest history of any user. */
  public int longestHistory() {
    return histories.values().stream().mapToInt(History::size).max().orElse(0);
  }

  /** The longest time between two transactions that a history ever held at once. */
  public long longestMemoryMillis() {
    return longestMemory;
  }

  /** How many transactions histories have dropped. */
  public long forgotten() {
    return forgotten;
  }

  /** How many records repeated a known transaction. */
  public long repeated() {
    return repeated;
  }

  /** Judges one record. */
  public void judge(LogRecord record) {
    Payload value = record.value();
    Examined examined = acceptance.examine(value == null ? null : value.bytes(), record.position());
    examined.match(
        accepted -> judge(record.position(), accepted),
        rejected -> take(record.position(), rejected));
  }

  /** Hears one record of a topic of labels. */
  public void hear(String labelTopic, LogRecord record) {
    hearing.examine(
        record,
        new Hearing.Cases() {
          @Override
          public void heard(Label label) {
            for (int key = 0; hearing.matters(label) && key < keys.size(); key++) {
              String value = label.keys().get(key);
              if (value != null) {
                judgeAt(key, value, record.position(), new AtKey(List.of(), List.of(label)));
              }
            }
          }

          @Override
          public void rejected(Rejected rejected) {
            deadLetter(labelTopic, rejected);
          }
        });
  }

  private void judge(LogPosition cause, Accepted accepted) {
    String user = accepted.transaction().userId();
    History before = histories.getOrDefault(user, History.empty());
    UserJudge.Outcome outcome = judge.judge(before, accepted);
    histories.put(user, outcome.history());
    count(before, outcome);
    outcome.judgements().forEach(judgement -> take(cause, judgement));
  }

  private void count(History before, UserJudge.Outcome outcome) {
    if (outcome.changed()) {
      List<Transaction> held = outcome.history().transactions();
      forgotten += before.size() + 1 - held.size();
      longestMemory =
          Math.max(longestMemory, held.get(held.size() - 1).time() - held.get(0).time());
    } else if (outcome.judgements().isEmpty()) {
      repeated++;
    }
  }

  private void take(LogPosition cause, Judgement judgement) {
    judgement.match(
        new Judgement.Cases<RuntimeException>() {
          @Override
          public void alert(Alert alert) {
            say(cause, alert);
          }

          @Override
          public void verdict(Verdict verdict) {
            if (says.test(cause, verdict)) {
              merged.verdict(verdict);
            }
          }

          @Override
          public void towardsTotal(TowardsTotal counted) {
            totals.spend(counted).forEach(alert -> say(cause, alert));
          }

          @Override
          public void rejected(Rejected rejected) {
            if (says.test(cause, rejected)) {
              deadLetter(topic, rejected);
            }
          }

          @Override
          public void dossier(Dossier dossier) {
            handOn(cause, dossier);
          }
        });
  }

  private void handOn(LogPosition cause, Dossier dossier) {
    int key = dossier.nextKey();
    String value = Objects.requireNonNull(keys.value(key, dossier.transaction()));
    judgeAt(key, value, cause, AtKey.dossiers(List.of(dossier)));
  }

  private void judgeAt(int key, String value, LogPosition cause, AtKey came) {
    List<Object> at = List.of(key, value);
    KeyHistory before = keyHistories.getOrDefault(at, KeyHistory.EMPTY);
    KeyJudge.Outcome outcome = keyJudges.get(key).judge(before, came, floor.logTime());
    keyHistories.put(at, outcome.history());
    outcome.judgements().forEach(judgement -> take(cause, judgement));
  }

  private void say(LogPosition cause, Alert alert) {
    if (says.test(cause, alert)) {
      merged.alert(AlertJson.write(alert));
    }
  }

  private void deadLetter(String from, Rejected rejected) {
    merged.deadLetter(
        from + "-" + rejected.position().partition() + "-" + rejected.position().offset(),
        RejectedJson.write(rejected, from));
  }
}
