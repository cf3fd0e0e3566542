package weir.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static weir.judge.Agreement.mustHappen;
import static weir.judge.Agreement.says;

import java.util.List;
import java.util.NoSuchElementException;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.StatisticsReport;
import weir.model.LogRecord;
import weir.notice.Announced;
import weir.notice.Books;
import weir.oracle.Answers;
import weir.oracle.HeardNotices;
import weir.oracle.Merged;
import weir.oracle.NaiveBooks;
import weir.oracle.Oracle;
import weir.oracle.PlainRun;
import weir.oracle.Restart;
import weir.oracle.SmallLog;
import weir.oracle.SmallLog.Step;
import weir.oracle.SmallLog.Twist;
import weir.oracle.SmallNotices;
import weir.oracle.SmallNotices.Change;

/**
 * Books that change in the middle of a log: whenever workers hear of them, the answers are those of
 * the oracle, which knows all notices before it begins.
 */
class BooksInTimePropertyTest {
  private static final String TOPIC = "transactions";
  private static final int SECONDS = 30;

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
  void agreesWithTheOracleWheneverWorkersHearOfIt(
      @ForAll("hard") List<Step> steps,
      @ForAll("changes") List<Change> changes,
      @ForAll long seed) {
    List<LogRecord> log = SmallLog.of(steps);
    List<LogRecord> control = SmallNotices.of(changes);
    HeardNotices heard = HeardNotices.atRandom(control, seed);
    NaiveBooks naive = NaiveBooks.of(control);
    Oracle.Truth truth = Oracle.truth(naive, TOPIC, log, List.of());
    Answers expected = truth.answers();
    PlainRun run = PlainRun.of(heard.all().charter(), heard, TOPIC);
    Merged merged = run.judgeAll(log);

    assertThat(merged.answers()).isEqualTo(expected);
    assertThat(merged.compacted()).as("what a compacted topic keeps").isEqualTo(expected);
    assertThat(merged.verdicts()).isEqualTo(truth.verdicts());

    Merged unasked = PlainRun.withoutVerdicts(heard.all().charter(), heard, TOPIC).judgeAll(log);
    assertThat(unasked.answers()).as("without verdicts").isEqualTo(expected);

    mustHappen("refused", naive.refused().size() > 1, 20);
    mustHappen("said by a later book", says(expected, "\"book\":[2-9]"), 40);
    mustHappen(
        "said by several", says(expected, "\"book\":1,") && says(expected, "\"book\":[2-9]"), 20);
    mustHappen("withdrawn", merged.withdrawn() > 0, 10);
    for (String version : new String[] {"unusual:1", "unusual:2", "unusual:3"}) {
      mustHappen("expression " + version, says(expected, ruleVersion(version)), 8);
    }
    mustHappen("forgotten", run.forgotten() > 0, 10);
    for (String version : new String[] {"spend:1", "spend:2", "spend:3", "spend-more:1"}) {
      mustHappen("total " + version, says(expected, ruleVersion(version)), 3);
    }
    for (String version : new String[] {"spend:4", "spend-more:2"}) {
      mustHappen("total " + version, says(expected, ruleVersion(version)), 2);
    }
    for (String version : new String[] {"dear:2", "often:7", "sum:2", "travel:2"}) {
      mustHappen("rule " + version, says(expected, ruleVersion(version)), 3);
    }
    for (String version : new String[] {"dear:3", "often:8", "places:3", "sum:3", "travel:3"}) {
      mustHappen("rule by lists " + version, says(expected, ruleVersion(version)), 2);
    }
    for (String mode : new String[] {"live", "snoozed", "shadow"}) {
      mustHappen(mode, says(expected, "\"mode\":\"" + mode), 8);
    }
    mustHappen("a snoozed total", says(expected, "\"rule\":\"spend\".*\"snoozed\""), 1);
    tell(heard.all());
  }

  /** Checks that the cases for which the notices are made are common enough. */
  private static void tell(Books books) {
    List<Announced> all = books.all();
    mustHappen("cancelled", all.stream().anyMatch(Announced::cancelled), 5);
    mustHappen(
        "ahead",
        all.stream().anyMatch(each -> each.inForceFrom() > each.at() + SmallNotices.LEAD_MILLIS),
        10);
    mustHappen(
        "two in force at once",
        all.stream().map(Announced::inForceFrom).distinct().count() < all.size(),
        5);
    boolean overtakes = false;
    for (int i = 2; i < all.size(); i++) {
      overtakes |= all.get(i).inForceFrom() < all.get(i - 1).inForceFrom();
    }
    mustHappen("overtakes", overtakes, 5);
  }

  /** Why workers wait: without the wait, a worker judges by the book before. */
  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
  void withoutTheWaitTheAnswersAreOthers(
      @ForAll("hard") List<Step> steps, @ForAll("changes") List<Change> changes) {
    List<LogRecord> log = SmallLog.of(steps);
    List<LogRecord> control = SmallNotices.of(changes);
    Answers expected = Oracle.answer(NaiveBooks.of(control), TOPIC, log);
    mustHappen(
        "other answers", !agrees(control, log, SmallNotices.LEAD_MILLIS + 3000, expected), 20);
    mustHappen(
        "others by a moment", !agrees(control, log, SmallNotices.LEAD_MILLIS + 1, expected), 5);
    assertThat(agrees(control, log, SmallNotices.LEAD_MILLIS, expected)).isTrue();
  }

  private static boolean agrees(
      List<LogRecord> control, List<LogRecord> log, long behindMillis, Answers expected) {
    HeardNotices heard = HeardNotices.behind(control, behindMillis);
    try {
      PlainRun run = PlainRun.of(heard.all().charter(), heard, TOPIC);
      return run.judgeAll(log).answers().equals(expected);
    } catch (AssertionError | NoSuchElementException saidTwoThingsOrDidNotKnowATotal) {
      return false;
    }
  }

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
  void aRestartAnywhereIsAsIfThereHadBeenNone(
      @ForAll("conflicting") List<Step> steps,
      @ForAll("longChanges") List<Change> changes,
      @ForAll long seed,
      @ForAll @IntRange(max = 999) int cut,
      @ForAll @IntRange(max = 999) int more,
      @ForAll Restart.Silence silence) {
    Assume.that(!steps.isEmpty() && silence != Restart.Silence.NONE);
    List<LogRecord> log = SmallLog.of(steps);
    List<LogRecord> control = SmallNotices.of(changes);
    int committed = cut * log.size() / 1000;
    int crashed = committed + more * (log.size() + 1 - committed) / 1000;
    HeardNotices heard = HeardNotices.atRandom(control, seed);
    Answers expected = Oracle.answer(NaiveBooks.of(control), TOPIC, log);
    Merged merged =
        new Restart(heard.all().charter(), heard, log, committed, crashed)
            .merged(heard.all().charter().rewindMillis() - 1, silence);
    assertThat(merged.answers()).isEqualTo(expected);
    assertThat(merged.compacted()).as("what a compacted topic keeps").isEqualTo(expected);
    mustHappen("said by a later book", says(expected, "\"book\":[2-9]"), 40);
  }

  @Provide
  Arbitrary<List<Step>> hard() {
    return SmallLog.steps(2, SECONDS, 50, Twist.values());
  }

  @Provide
  Arbitrary<List<Change>> changes() {
    return SmallNotices.changes(SECONDS, 16);
  }

  @Provide
  Arbitrary<List<Step>> conflicting() {
    return SmallLog.steps(1, 90, 90, Twist.AGAIN, Twist.OTHER_AMOUNT, Twist.OTHER_TIME);
  }

  @Provide
  Arbitrary<List<Change>> longChanges() {
    return SmallNotices.changes(90, 18);
  }

  private static String ruleVersion(String version) {
    return "\"rule\":\"" + version.replace(":", "\",\"ruleVersion\":") + ",";
  }
}
