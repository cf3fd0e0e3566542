package weir.oracle;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import weir.model.Alert;
import weir.model.AlertJson;
import weir.model.Examined;
import weir.model.Judgement;
import weir.model.LogPosition;
import weir.model.LogRecord;
import weir.model.Payload;
import weir.model.Received;
import weir.model.Rejected;
import weir.model.RejectedJson;
import weir.model.Spent;
import weir.model.Transaction;
import weir.rules.Acceptance;
import weir.rules.History;
import weir.rules.RuleBook;
import weir.rules.Spending;
import weir.rules.TotalInWindows;
import weir.rules.UserJudge;

/** The judgement without an engine: one record after the other, in a loop. */
public final class PlainRun {
  private final RuleBook book;
  private final String topic;
  private final Acceptance acceptance;
  private final UserJudge judge;
  private final Map<String, History> histories = new HashMap<>();
  private final Map<List<Object>, Spending> totals = new HashMap<>();
  private final Merged merged;
  private final LogPosition restart;
  private final long finalBefore;

  private PlainRun(RuleBook book, String topic, Merged merged, LogPosition restart) {
    this.book = book;
    this.topic = topic;
    this.merged = merged;
    this.restart = restart;
    this.finalBefore = restart.time() - book.allowedLatenessMillis();
    this.acceptance = Acceptance.of(book);
    this.judge = new UserJudge(book);
  }

  public static PlainRun of(RuleBook book, String topic) {
    return new PlainRun(book, topic, new Merged(), new LogPosition(0, 0, Long.MIN_VALUE / 2));
  }

  /**
   * A run that goes on after a crash with nothing but the log: it begins before the first record
   * that was not committed, and until there it only learns. What can no longer change was said
   * before the crash and is not said again, for it may now be seen without its beginning.
   */
  public static PlainRun restarted(
      RuleBook book, String topic, Merged before, LogPosition uncommitted) {
    return new PlainRun(book, topic, before, uncommitted);
  }

  /** Judges records in the order given, and tells what stands then. */
  public Merged judgeAll(List<LogRecord> records) {
    records.forEach(this::judge);
    return merged;
  }

  /** The most transactions that any user's history holds by now. */
  public int longestHistory() {
    return histories.values().stream().mapToInt(History::size).max().orElse(0);
  }

  private void judge(LogRecord record) {
    Payload value = record.value();
    Examined examined = acceptance.examine(value == null ? null : value.bytes(), record.position());
    if (examined instanceof Rejected rejected) {
      deadLetter(rejected);
    } else if (examined instanceof Received received) {
      String user = received.transaction().userId();
      UserJudge.Outcome outcome =
          judge.judge(histories.getOrDefault(user, History.empty()), received);
      histories.put(user, outcome.history());
      outcome.judgements().forEach(this::take);
    }
  }

  private void take(Judgement judgement) {
    if (judgement instanceof Alert alert) {
      alert(alert);
    } else if (judgement instanceof Rejected rejected) {
      deadLetter(rejected);
    } else if (judgement instanceof Spent spent) {
      book.totals().stream()
          .filter(rule -> rule.header().id().equals(spent.ruleId()))
          .forEach(rule -> spend(rule, spent.transaction()));
    }
  }

  private void alert(Alert alert) {
    if (alert.eventTime() >= finalBefore) {
      merged.alert(AlertJson.write(alert));
    }
  }

  private void deadLetter(Rejected rejected) {
    if (rejected.position().offset() < restart.offset()) {
      return;
    }
    merged.deadLetter(
        topic + "-" + rejected.position().partition() + "-" + rejected.position().offset(),
        RejectedJson.write(rejected, topic));
  }

  private void spend(TotalInWindows rule, Transaction tx) {
    long first = Math.floorDiv(tx.time(), rule.everyMillis()) * rule.everyMillis();
    for (long start = first; start + rule.windowMillis() > tx.time(); start -= rule.everyMillis()) {
      long end = start + rule.windowMillis();
      Spending spending =
          totals.merge(
              List.of(rule.header().id(), tx.userId(), tx.currency(), end),
              Spending.of(tx.time(), tx.id(), tx.amountMinor()),
              Spending::plus);
      rule.judge(tx.userId(), tx.currency(), end, spending).ifPresent(this::alert);
    }
  }
}
