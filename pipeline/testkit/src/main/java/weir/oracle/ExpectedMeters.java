package weir.oracle;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import weir.book.RuleBook;
import weir.judge.Acceptance;
import weir.model.Alert;
import weir.model.Examined;
import weir.model.LogRecord;
import weir.model.Payload;
import weir.rules.KeyedRule;
import weir.rules.TotalInWindows;

/**
 * What the pipeline must have counted once it has judged a log: what is right by the oracle, and
 * how often alerts are sent if records arrive in the order of the log.
 */
public final class ExpectedMeters {
  /** One record in this many reports the size of its history. */
  private static final int SAMPLE = 64;

  private static final Pattern REASON = Pattern.compile("\"reason\":\"(.*?)\"");

  private final SortedMap<String, Long> counts = new TreeMap<>();

  private ExpectedMeters() {}

  /**
   * The counts by name, without the alerts of totals. An engine may send one alert of a total for
   * several arrivals.
   */
  public static SortedMap<String, Long> of(RuleBook book, List<LogRecord> log) {
    ExpectedMeters expected = new ExpectedMeters();
    expected.countAnswers(book, log);
    expected.countAlerts(book, log);
    return expected.counts;
  }

  /** The least that each total must count: its alerts that stand in the end. */
  public static SortedMap<String, Long> leastOfTotals(RuleBook book, List<LogRecord> log) {
    ExpectedMeters expected = new ExpectedMeters();
    Answers answers = Oracle.answer(book, "any", log);
    for (TotalInWindows rule : book.totals()) {
      String id = rule.header().id();
      long standing =
          answers.alerts().values().stream()
              .filter(alert -> alert.contains("\"rule\":\"" + id + "\""))
              .count();
      expected.add("alerts-raised-" + id, standing);
    }
    return expected.counts;
  }

  private void countAnswers(RuleBook book, List<LogRecord> log) {
    Oracle.Truth truth = Oracle.truth(book, "any", log);
    SortedMap<String, String> deadLetters = truth.answers().deadLetters();
    for (String json : deadLetters.values()) {
      Matcher reason = REASON.matcher(json);
      if (reason.find()) {
        add("dead-letters-" + reason.group(1), 1);
      }
    }
    int judged = truth.verdicts().size();
    add("records", log.size());
    add("judged", judged);
    add("repeated", log.size() - deadLetters.size() - judged);
    add("not-keyed-by-user", 0);
    Acceptance acceptance = Acceptance.of(book);
    add("history-size-le-inf", log.stream().filter(record -> isSample(acceptance, record)).count());
  }

  private static boolean isSample(Acceptance acceptance, LogRecord record) {
    Payload value = record.value();
    Examined examined = acceptance.examine(value == null ? null : value.bytes(), record.position());
    return examined.isAccepted() && record.position().offset() % SAMPLE == 0;
  }

  private void countAlerts(RuleBook book, List<LogRecord> log) {
    for (KeyedRule rule : book.keyedRules()) {
      add("alerts-raised-" + rule.header().id(), 0);
      add("alerts-withdrawn-" + rule.header().id(), 0);
    }
    PlainRun.of(
            book,
            "any",
            new Merged(),
            (cause, judgement) -> {
              // The alert of a total has no judged transaction.
              if (judgement instanceof Alert alert && alert.transactionId() != null) {
                add("alerts-" + alert.status().code() + "-" + alert.ruleId(), 1);
                add("alert-latency-ms-le-inf", alert.isRaised() ? 1 : 0);
              }
              return true;
            })
        .judgeAll(log);
  }

  private void add(String name, long more) {
    counts.merge(name, more, Long::sum);
  }
}
