package weir.oracle;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import weir.book.RuleBook;
import weir.form.AlertJson;
import weir.form.TransactionJson;
import weir.model.Alert;
import weir.model.LogPosition;
import weir.model.LogRecord;
import weir.model.MalformedTransactionException;
import weir.model.Original;
import weir.model.Payload;
import weir.model.RejectReason;
import weir.model.Rejected;
import weir.model.RejectedJson;
import weir.model.Severity;
import weir.model.Transaction;
import weir.rules.KeyedRule;
import weir.rules.TotalInWindows;

/**
 * The naive twin of the pipeline: keeps every transaction in a list, knows the whole log before it
 * says a word, and follows the definition instead of being fast. It shares the reading of a record
 * and the form of an answer with the pipeline, and none of the judgement.
 */
public final class Oracle {
  private final RuleBook book;
  private final String topic;
  private final Map<String, List<Transaction>> accepted = new HashMap<>();
  private final SortedMap<String, String> deadLetters = new TreeMap<>();

  private Oracle(RuleBook book, String topic) {
    this.book = book;
    this.topic = topic;
  }

  /** The answers to a log, given in the order of each of its partitions. */
  public static Answers answer(RuleBook book, String topic, List<LogRecord> log) {
    Oracle oracle = new Oracle(book, topic);
    log.forEach(oracle::accept);
    return new Answers(oracle.alerts(), oracle.deadLetters);
  }

  /** What stands in the end about every accepted transaction, by which one it is. */
  public static SortedMap<String, String> verdicts(RuleBook book, List<LogRecord> log) {
    Oracle oracle = new Oracle(book, "any");
    log.forEach(oracle::accept);
    SortedMap<String, String> verdicts = new TreeMap<>();
    for (List<Transaction> history : oracle.accepted.values()) {
      history.sort(Comparator.comparing(Transaction::time).thenComparing(Transaction::id));
      for (Transaction tx : history) {
        verdicts.put(VerdictText.key(tx), oracle.verdict(tx, history));
      }
    }
    return verdicts;
  }

  private String verdict(Transaction tx, List<Transaction> history) {
    List<String> fired = new ArrayList<>();
    List<Severity> severities = new ArrayList<>();
    for (KeyedRule rule : book.keyedRules()) {
      if (!NaiveRules.judge(rule, tx, history).isEmpty()) {
        fired.add(rule.header().id());
        severities.add(rule.header().severity());
      }
    }
    long start = tx.time() - horizon();
    long seen =
        history.stream().filter(known -> start < known.time() && known.time() <= tx.time()).count();
    return VerdictText.of(tx, fired, severities, horizon() == 0 ? 1 : seen);
  }

  private void accept(LogRecord record) {
    LogPosition position = record.position();
    Payload value = record.value();
    if (!NaiveRecords.hasTime(record)) {
      String wrong = "the log time " + position.time() + " is not between 1970 and 9999";
      reject(record, RejectReason.MALFORMED, wrong);
      return;
    }
    if (value == null) {
      reject(record, RejectReason.MALFORMED, "the record has no value");
      return;
    }
    Transaction tx;
    try {
      tx = TransactionJson.parse(value.bytes());
    } catch (MalformedTransactionException malformed) {
      reject(record, RejectReason.MALFORMED, String.valueOf(malformed.getMessage()));
      return;
    }
    Optional<String> digits = NaiveDigits.fault(value.bytes());
    if (digits.isPresent()) {
      reject(record, RejectReason.MALFORMED, digits.get());
      return;
    }
    long late = position.time() - tx.time();
    if (late > book.allowedLatenessMillis()) {
      String allowed = " ms late, allowed are " + book.allowedLatenessMillis();
      reject(record, RejectReason.LATE, late + allowed);
      return;
    }
    if (-late > book.allowedClockSkewMillis()) {
      String allowed = " ms ahead of the log, allowed are " + book.allowedClockSkewMillis();
      reject(record, RejectReason.FUTURE, -late + allowed);
      return;
    }
    List<Transaction> history = accepted.computeIfAbsent(tx.userId(), user -> new ArrayList<>());
    long oldest = position.time() - horizon() - book.allowedLatenessMillis();
    for (Transaction known : history) {
      if (known.id().equals(tx.id()) && known.time() >= oldest) {
        if (!known.equals(tx)) {
          reject(
              record,
              RejectReason.CONFLICTING_DUPLICATE,
              "another transaction with this id came first and stands");
        }
        return;
      }
    }
    history.add(tx);
  }

  /** What the book declares, which is at least what its rules need. */
  private long horizon() {
    long needed = 0;
    for (KeyedRule rule : book.keyedRules()) {
      needed = Math.max(needed, rule.windowMillis());
    }
    for (TotalInWindows rule : book.totals()) {
      needed = Math.max(needed, 3 * rule.windowMillis());
    }
    return Math.max(needed, book.horizonMillis());
  }

  private void reject(LogRecord record, RejectReason reason, String detail) {
    LogPosition at = NaiveRecords.written(record).position();
    Original original = NaiveRecords.original(record);
    byte[] json = RejectedJson.write(new Rejected(reason, detail, at, original), topic);
    deadLetters.put(
        topic + "-" + at.partition() + "-" + at.offset(), new String(json, StandardCharsets.UTF_8));
  }

  private SortedMap<String, String> alerts() {
    SortedMap<String, String> alerts = new TreeMap<>();
    for (List<Transaction> history : accepted.values()) {
      history.sort(Comparator.comparing(Transaction::time).thenComparing(Transaction::id));
      List<Alert> found = new ArrayList<>();
      for (KeyedRule rule : book.keyedRules()) {
        for (Transaction tx : history) {
          found.addAll(NaiveRules.judge(rule, tx, history));
        }
      }
      for (TotalInWindows rule : book.totals()) {
        found.addAll(NaiveTotals.judge(rule, history));
      }
      for (Alert alert : found) {
        alerts.put(alert.id(), new String(AlertJson.write(alert), StandardCharsets.UTF_8));
      }
    }
    return alerts;
  }
}
