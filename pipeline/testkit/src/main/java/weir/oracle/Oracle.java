package weir.oracle;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import weir.book.RuleBook;
import weir.form.AlertJson;
import weir.model.Alert;
import weir.model.LogPosition;
import weir.model.LogRecord;
import weir.model.MalformedTransactionException;
import weir.model.Payload;
import weir.model.RejectReason;
import weir.model.Severity;
import weir.model.Transaction;
import weir.rules.AskingRule;
import weir.rules.KeyedRule;
import weir.rules.TotalInWindows;

/**
 * The naive twin of the pipeline. It keeps every transaction in a list, reads the whole log before
 * it answers, and follows the definition instead of being fast. It shares the parser of known
 * fields and the form of answers with the pipeline, but no judgement code.
 */
public final class Oracle {
  private final NaiveBooks books;
  private final RuleBook first;
  private final Map<String, List<Transaction>> accepted = new HashMap<>();

  /** When each accepted transaction reached the log. */
  private final IdentityHashMap<Transaction, Long> logTimes = new IdentityHashMap<>();

  /** The same of all users. */
  private final List<NaiveFeatures.Heard> all = new ArrayList<>();

  private final NaiveLook look;

  private final NaiveLetters letters;

  /** What each rule finds in each transaction; both alerts and verdicts ask. */
  private final IdentityHashMap<Transaction, IdentityHashMap<KeyedRule, List<Alert>>> found =
      new IdentityHashMap<>();

  /**
   * All that is right.
   *
   * @param verdicts the final one on every accepted transaction, by {@link VerdictText#key}
   */
  public record Truth(Answers answers, SortedMap<String, String> verdicts) {}

  private Oracle(NaiveBooks books, String topic) {
    this(books, topic, List.of());
  }

  private Oracle(NaiveBooks books, String topic, List<LogRecord> labels) {
    this.books = books;
    this.first = books.first();
    this.letters = new NaiveLetters(topic);
    this.look =
        new NaiveLook(
            books.lists(),
            new NaiveKeys(books, all, new NaiveLabels(first, "labels", labels)),
            tx -> Objects.requireNonNull(logTimes.get(tx)));
  }

  /** The answers to a log by one book. The records of each partition must be in order. */
  public static Answers answer(RuleBook book, String topic, List<LogRecord> log) {
    return answer(NaiveBooks.only(book), topic, log);
  }

  /** The answers to a log by the books that were in force. */
  public static Answers answer(NaiveBooks books, String topic, List<LogRecord> log) {
    return answer(books, topic, log, List.of());
  }

  /** The same where labels are known. */
  public static Answers answer(
      NaiveBooks books, String topic, List<LogRecord> log, List<LogRecord> labels) {
    Oracle oracle = new Oracle(books, topic, labels);
    log.forEach(oracle::accept);
    return new Answers(oracle.alerts(), oracle.letters.all());
  }

  /** The answers and the verdicts, which is less work than one after the other. */
  public static Truth truth(
      NaiveBooks books, String topic, List<LogRecord> log, List<LogRecord> labels) {
    Oracle oracle = new Oracle(books, topic, labels);
    log.forEach(oracle::accept);
    return new Truth(new Answers(oracle.alerts(), oracle.letters.all()), oracle.verdicts());
  }

  /** The same by one book, without labels. */
  public static Truth truth(RuleBook book, String topic, List<LogRecord> log) {
    return truth(NaiveBooks.only(book), topic, log, List.of());
  }

  /** The dead letters alone, which name the topic. */
  public static SortedMap<String, String> deadLetters(
      NaiveBooks books, String topic, List<LogRecord> log) {
    Oracle oracle = new Oracle(books, topic);
    log.forEach(oracle::accept);
    return oracle.letters.all();
  }

  /** The dead letters of a topic of labels. */
  public static SortedMap<String, String> deadLettersOfLabels(
      NaiveBooks books, String topic, List<LogRecord> labels) {
    return new NaiveLabels(books.first(), topic, labels).deadLetters();
  }

  /** What stands of each payment that was ever labelled, by its user, time and id. */
  public static SortedMap<String, String> standingLabels(NaiveBooks books, List<LogRecord> labels) {
    return new NaiveLabels(books.first(), "any", labels).standing();
  }

  /** The final verdict on every accepted transaction, by {@link VerdictText#key}. */
  public static SortedMap<String, String> verdicts(RuleBook book, List<LogRecord> log) {
    return verdicts(NaiveBooks.only(book), log);
  }

  /** The same by the books that were in force. */
  public static SortedMap<String, String> verdicts(NaiveBooks books, List<LogRecord> log) {
    return verdicts(books, log, List.of());
  }

  /** The same where labels are known. */
  public static SortedMap<String, String> verdicts(
      NaiveBooks books, List<LogRecord> log, List<LogRecord> labels) {
    Oracle oracle = new Oracle(books, "any", labels);
    log.forEach(oracle::accept);
    return oracle.verdicts();
  }

  private SortedMap<String, String> verdicts() {
    SortedMap<String, String> verdicts = new TreeMap<>();
    for (List<Transaction> history : accepted.values()) {
      history.sort(NaiveFeatures.ORDER);
      for (Transaction tx : history) {
        verdicts.put(VerdictText.key(tx), verdict(tx, history));
      }
    }
    return verdicts;
  }

  private List<Alert> judge(KeyedRule rule, Transaction tx, List<Transaction> history) {
    return found
        .computeIfAbsent(tx, any -> new IdentityHashMap<>())
        .computeIfAbsent(
            rule, any -> NaiveRules.judge(rule, bookOf(tx).number(), look, tx, history));
  }

  private String verdict(Transaction tx, List<Transaction> history) {
    List<String> fired = new ArrayList<>();
    List<Severity> severities = new ArrayList<>();
    NaiveBooks.Numbered book = bookOf(tx);
    for (KeyedRule rule : book.rules().keyedRules()) {
      boolean fires = !judge(rule, tx, history).isEmpty();
      if (fires && look.mode(rule.header(), tx) == Alert.Mode.LIVE) {
        fired.add(rule.header().id());
        severities.add(rule.header().severity());
      }
    }
    long start = tx.time() - horizon();
    long seen =
        history.stream().filter(known -> start < known.time() && known.time() <= tx.time()).count();
    return VerdictText.of(
        tx,
        fired,
        severities,
        NaiveRules.score(book.rules(), look, tx, history),
        book.number(),
        (horizon() == 0 ? 1 : seen) + look.keys().seen(book.rules(), look.heard(tx)));
  }

  private void accept(LogRecord record) {
    LogPosition position = record.position();
    Payload value = record.value();
    if (!NaiveRecords.hasTime(record)) {
      String wrong = "the log time " + position.time() + " is not between 1970 and 9999";
      letters.add(record, RejectReason.MALFORMED, wrong);
      return;
    }
    if (value == null) {
      letters.add(record, RejectReason.MALFORMED, "the record has no value");
      return;
    }
    Transaction tx;
    try {
      tx = NaiveReading.read(first.charter().layout(), value.bytes());
    } catch (MalformedTransactionException malformed) {
      letters.add(record, RejectReason.MALFORMED, String.valueOf(malformed.getMessage()));
      return;
    }
    long late = position.time() - tx.time();
    if (late > first.allowedLatenessMillis()) {
      String allowed = " ms late, allowed are " + first.allowedLatenessMillis();
      letters.add(record, RejectReason.LATE, late + allowed);
      return;
    }
    if (-late > first.allowedClockSkewMillis()) {
      String allowed = " ms ahead of the log, allowed are " + first.allowedClockSkewMillis();
      letters.add(record, RejectReason.FUTURE, -late + allowed);
      return;
    }
    List<Transaction> history = accepted.computeIfAbsent(tx.userId(), user -> new ArrayList<>());
    long oldest = position.time() - horizon() - first.allowedLatenessMillis();
    for (Transaction known : history) {
      if (known.id().equals(tx.id()) && known.time() >= oldest) {
        if (!known.equals(tx)) {
          letters.add(
              record,
              RejectReason.CONFLICTING_DUPLICATE,
              "another transaction with this id came first and stands");
        }
        return;
      }
    }
    history.add(tx);
    all.add(new NaiveFeatures.Heard(tx, position.time()));
    logTimes.put(tx, position.time());
  }

  /** The horizon that the first book declares, but at least what its rules need. */
  private long horizon() {
    long needed = 0;
    for (KeyedRule rule : first.keyedRules()) {
      needed = Math.max(needed, rule.windowMillis());
      needed = rule instanceof AskingRule one ? Math.max(needed, NaiveKeys.reach(one)) : needed;
    }
    for (TotalInWindows rule : first.totals()) {
      needed = Math.max(needed, 3 * rule.windowMillis());
    }
    return Math.max(needed, first.horizonMillis());
  }

  private NaiveBooks.Numbered bookOf(Transaction tx) {
    return books.at(Objects.requireNonNull(logTimes.get(tx)));
  }

  private SortedMap<String, String> alerts() {
    SortedMap<String, String> alerts = new TreeMap<>();
    for (List<Transaction> history : accepted.values()) {
      history.sort(NaiveFeatures.ORDER);
      List<Alert> all = new ArrayList<>();
      for (Transaction tx : history) {
        for (KeyedRule rule : bookOf(tx).rules().keyedRules()) {
          all.addAll(judge(rule, tx, history));
        }
      }
      for (TotalInWindows rule : books.totals()) {
        List<Transaction> counted =
            history.stream().filter(tx -> bookOf(tx).rules().totals().contains(rule)).toList();
        all.addAll(NaiveTotals.judge(rule, look, counted, tx -> bookOf(tx).number()));
      }
      for (Alert alert : all) {
        alerts.put(alert.id(), new String(AlertJson.write(alert), StandardCharsets.UTF_8));
      }
    }
    return alerts;
  }
}
