package weir.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weir.book.RuleBook;
import weir.book.RuleBookReader;
import weir.model.LogRecord;
import weir.oracle.Answers;
import weir.oracle.HostileLog;
import weir.oracle.Merged;
import weir.oracle.Oracle;
import weir.oracle.PlainRun;
import weir.oracle.SmallLog;
import weir.oracle.SmallLog.Step;
import weir.oracle.SmallLog.Twist;
import weir.rules.Rule;

/** The judge sees the log record by record; the oracle sees everything at once. They must agree. */
class UserJudgePropertyTest {
  private static final String TOPIC = "transactions";

  /** The same rules with a horizon beyond what any of them needs. */
  private static final RuleBook FAR =
      new RuleBook(
          SmallLog.BOOK.rules(),
          SmallLog.BOOK.allowedLatenessMillis(),
          SmallLog.BOOK.allowedClockSkewMillis(),
          18_000);

  private static final int SECONDS = 30;
  private static final int MOST = 40;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void agreesWithTheOracleOnAHostileLog(long seed) {
    RuleBook book = RuleBookReader.readOfUsers();
    List<LogRecord> log = HostileLog.generate(seed, 120, 4, 4000, 100);
    PlainRun run = PlainRun.of(book, TOPIC);
    Merged merged = run.judgeAll(log);
    Answers expected = Oracle.answer(book, TOPIC, log);

    assertThat(merged.answers().deadLetters()).isEqualTo(expected.deadLetters());
    assertThat(merged.answers().alerts()).isEqualTo(expected.alerts());
    assertThat(merged.compacted()).as("what a compacted topic keeps").isEqualTo(expected);
    assertThat(run.longestMemoryMillis()).isLessThanOrEqualTo(book.retentionMillis());

    assertThat(expected.alerts()).hasSizeGreaterThan(500);
    for (Rule rule : book.rules()) {
      String named = "\"rule\":\"" + rule.header().id() + "\"";
      assertThat(expected.alerts().values()).anyMatch(alert -> alert.contains(named));
    }
    assertThat(merged.withdrawn()).as("alerts taken back").isGreaterThan(20);
    assertThat(merged.superseded()).as("alerts sent again, having seen more").isGreaterThan(100);
    assertThat(run.forgotten()).as("transactions forgotten").isGreaterThan(500);
    assertThat(run.repeated()).as("duplicates that agree").isGreaterThan(100);
  }

  @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
  void agreesWithTheOracleOnSmallLogs(@ForAll("hard") List<Step> steps) {
    List<LogRecord> log = SmallLog.of(steps);
    PlainRun run = PlainRun.of(SmallLog.BOOK, TOPIC);
    Merged merged = run.judgeAll(log);
    Answers expected = Oracle.answer(SmallLog.BOOK, TOPIC, log);

    assertThat(merged.answers()).isEqualTo(expected);
    assertThat(merged.compacted()).as("what a compacted topic keeps").isEqualTo(expected);
    assertThat(run.longestMemoryMillis()).isLessThanOrEqualTo(SmallLog.BOOK.retentionMillis());

    for (Rule rule : SmallLog.BOOK.rules()) {
      String named = "\"rule\":\"" + rule.header().id() + "\"";
      boolean raised = expected.alerts().values().stream().anyMatch(it -> it.contains(named));
      mustBeCommon(rule.header().id(), raised);
    }
    mustBeCommon("raised again", merged.superseded() > merged.withdrawn());
    mustBeCommon("withdrawn", merged.withdrawn() > 0);
    mustBeCommon("forgotten", run.forgotten() > 0);
    mustBeCommon("repeated", run.repeated() > 0);
    mustBeCommon("conflict", anyDeadLetter(expected, "conflicting-duplicate"));
    mustBeCommon("late", anyDeadLetter(expected, "late"));
    mustBeCommon("future", anyDeadLetter(expected, "future"));
  }

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
  void totalsAloneAgreeWithTheOracle(@ForAll("hard") List<Step> steps) {
    List<LogRecord> log = SmallLog.of(steps);
    PlainRun run = PlainRun.of(SmallLog.TOTALS, TOPIC);
    Merged merged = run.judgeAll(log);
    assertThat(merged.answers()).isEqualTo(Oracle.answer(SmallLog.TOTALS, TOPIC, log));
    mustBeCommon("raised", merged.raw() > 0);
    mustBeCommon("forgotten", run.forgotten() > 0);
  }

  /**
   * A declared horizon decides which ids are known and what a verdict has seen, whatever the rules.
   */
  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
  void aFartherHorizonAgreesWithTheOracle(@ForAll("hard") List<Step> steps) {
    List<LogRecord> log = SmallLog.of(steps);
    PlainRun near = PlainRun.of(SmallLog.BOOK, TOPIC);
    PlainRun run = PlainRun.of(FAR, TOPIC);
    Merged merged = run.judgeAll(log);
    assertThat(merged.answers()).isEqualTo(Oracle.answer(FAR, TOPIC, log));
    assertThat(merged.verdicts()).isEqualTo(Oracle.verdicts(FAR, log));
    assertThat(run.longestMemoryMillis()).isLessThanOrEqualTo(FAR.retentionMillis());

    Merged nearer = near.judgeAll(log);
    mustHappen("known for longer", !nearer.answers().equals(merged.answers()));
    mustBeCommon("seen more", !nearer.verdicts().equals(merged.verdicts()));
    mustBeCommon("forgotten", run.forgotten() > 0);
  }

  /** The answers depend only on what was accepted, not on the order in which it came. */
  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
  void theOrderOfArrivalDoesNotMatter(@ForAll("innocent") List<Step> steps) {
    Merged one = PlainRun.of(SmallLog.BOOK, TOPIC).judgeAll(SmallLog.of(steps));
    Merged other = PlainRun.of(SmallLog.BOOK, TOPIC).judgeAll(SmallLog.inOtherOrder(steps));

    assertThat(one.answers()).isEqualTo(other.answers());
    mustBeCommon("got there another way", one.raw() != other.raw());
  }

  @Provide
  Arbitrary<List<Step>> hard() {
    return SmallLog.steps(3, SECONDS, MOST, Twist.values());
  }

  @Provide
  Arbitrary<List<Step>> innocent() {
    return SmallLog.steps(2, SECONDS, MOST, Twist.NONE, Twist.AGAIN);
  }

  private static boolean anyDeadLetter(Answers answers, String reason) {
    String field = "\"reason\":\"" + reason + "\"";
    return answers.deadLetters().values().stream().anyMatch(letter -> letter.contains(field));
  }

  /** Without these cases the property would hold but prove nothing. */
  private static void mustBeCommon(String what, boolean happened) {
    mustHappen(what, happened, 10);
  }

  private static void mustHappen(String what, boolean happened) {
    mustHappen(what, happened, 3);
  }

  private static void mustHappen(String what, boolean happened, int percent) {
    Statistics.label(what)
        .collect(happened)
        .coverage(coverage -> coverage.check(true).percentage(share -> share > percent));
  }
}
