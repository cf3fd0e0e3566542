package weir.oracle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiPredicate;
import weir.book.Charter;
import weir.book.RuleBook;
import weir.form.AlertJson;
import weir.history.History;
import weir.judge.Floor;
import weir.judge.NewAnswers;
import weir.judge.UserJudge;
import weir.model.Alert;
import weir.model.DeadLetter;
import weir.model.Judgement;
import weir.model.LogPosition;
import weir.model.LogRecord;
import weir.model.Rejected;
import weir.model.RejectedJson;
import weir.model.Transaction;
import weir.model.Verdict;
import weir.notice.Announcements;
import weir.walk.Receiver;
import weir.walk.Walk;

/** The judgement without an engine: a loop over one record after the other. */
public final class PlainRun {
  private final String topic;
  private final Merged merged;
  private final Walk walk;
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
    this.merged = merged;
    this.walk = new Walk(charter, announcements, verdicts, floor, new Said(says));
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
    return walk.histories().stream().mapToInt(History::size).max().orElse(0);
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
    walk.judge(topic, record);
  }

  /** Hears one record of a topic of labels. */
  public void hear(String labelTopic, LogRecord record) {
    walk.hear(labelTopic, record);
  }

  /** Merges what is said, as far as it is reported. */
  private final class Said implements Receiver {
    private final BiPredicate<LogPosition, Judgement> says;

    private Said(BiPredicate<LogPosition, Judgement> says) {
      this.says = says;
    }

    @Override
    public void alert(LogPosition cause, Alert alert) {
      if (says.test(cause, alert)) {
        merged.alert(AlertJson.write(alert));
      }
    }

    @Override
    public void verdict(LogPosition cause, Verdict verdict) {
      if (says.test(cause, verdict)) {
        merged.verdict(verdict);
      }
    }

    @Override
    public void deadLetter(DeadLetter letter) {
      Rejected rejected = letter.rejected();
      LogPosition at = rejected.position();
      if (!letter.topic().equals(topic) || says.test(at, rejected)) {
        merged.deadLetter(
            letter.topic() + "-" + at.partition() + "-" + at.offset(),
            RejectedJson.write(rejected, letter.topic()));
      }
    }

    @Override
    public void remembered(History before, UserJudge.Outcome outcome) {
      if (outcome.changed()) {
        List<Transaction> held = outcome.history().transactions();
        forgotten += before.size() + 1 - held.size();
        longestMemory =
            Math.max(longestMemory, held.get(held.size() - 1).time() - held.get(0).time());
      } else if (outcome.judgements().isEmpty()) {
        repeated++;
      }
    }
  }
}
