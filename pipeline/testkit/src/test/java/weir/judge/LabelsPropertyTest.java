package weir.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static weir.judge.Agreement.assertAgreed;
import static weir.judge.Agreement.mustHappen;
import static weir.judge.Agreement.says;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.statistics.StatisticsReport;
import weir.model.LogRecord;
import weir.oracle.Answers;
import weir.oracle.ChainRun;
import weir.oracle.HeardNotices;
import weir.oracle.Merged;
import weir.oracle.NaiveBooks;
import weir.oracle.Oracle;
import weir.oracle.SmallLabelBooks;
import weir.oracle.SmallLabels;
import weir.oracle.SmallLog;
import weir.oracle.SmallLog.Step;
import weir.oracle.SmallLog.Twist;
import weir.oracle.SmallNotices;
import weir.oracle.SmallNotices.Change;

/**
 * Rules that know what was said of payments of the past: however early or late labels are read
 * beside payments, the answers are those of the oracle, which sees everything at once.
 */
class LabelsPropertyTest {
  private static final String TOPIC = "transactions";
  private static final int SECONDS = 60;
  private static final int PARTITIONS = 3;

  /** Payments in partitions, and behind them the partitions of labels. */
  private record Log(List<LogRecord> payments, List<LogRecord> labels, List<List<LogRecord>> all) {
    static Log of(List<Step> steps, List<SmallLabels.Said> said) {
      List<List<LogRecord>> partitions = SmallLog.partitioned(SmallLog.of(steps), PARTITIONS);
      List<LogRecord> payments = partitions.stream().flatMap(List::stream).toList();
      List<List<LogRecord>> labels = SmallLabels.of(said, payments, PARTITIONS);
      List<List<LogRecord>> all = new ArrayList<>(partitions);
      all.addAll(labels);
      return new Log(payments, labels.stream().flatMap(List::stream).toList(), all);
    }
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
  void agreesWithTheOracleHoweverItIsRun(
      @ForAll("steps") List<Step> steps,
      @ForAll("said") List<SmallLabels.Said> said,
      @ForAll("changes") List<Change> changes,
      @ForAll boolean verdicts,
      @ForAll long seed) {
    Log log = Log.of(steps, said);
    List<LogRecord> control = SmallNotices.of(SmallLabelBooks.BOOKS, changes);
    Merged merged = ChainRun.of(setting(control, verdicts, seed), log.all(), seed).toTheEnd();

    assertRight(merged, NaiveBooks.of(control), log, verdicts);
    assertAgreed(
        merged.compacted(),
        Oracle.answer(NaiveBooks.of(control), TOPIC, log.payments(), log.labels()));
    Answers answers = merged.answers();
    mustHappen("withdrawn", merged.withdrawn() > 0, 10);
    mustHappen("raised again", merged.superseded() > merged.withdrawn(), 40);
    for (String version :
        new String[] {
          "bad-shop:1",
          "bad-shop:2",
          "bad-shop:3",
          "bad-shop:4",
          "victim:1",
          "victim:2",
          "both:1",
          "both:2",
          "both:3",
          "learned:1",
          "learned:2",
          "learned:3",
          "learned:4"
        }) {
      mustHappen(
          version,
          says(answers, "\"rule\":\"" + version.replace(":", "\",\"ruleVersion\":") + ","),
          3);
    }
    mustHappen("what is usual", says(answers, "[(]usually "), 5);
    mustHappen("a share that is a part", says(answers, "share\":0[.]"), 5);
    mustHappen("not warm", says(answers, "\"warm\":false"), 3);
  }

  /** A run ends anywhere, and another one has nothing but the log and what was committed. */
  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
  void begunAnewAnywhereItIsAsIfNothingHadHappened(
      @ForAll("steps") List<Step> steps,
      @ForAll("said") List<SmallLabels.Said> said,
      @ForAll("changes") List<Change> changes,
      @ForAll boolean verdicts,
      @ForAll long seed,
      @ForAll("cuts") int cut) {
    Log log = Log.of(steps, said);
    List<LogRecord> control = SmallNotices.of(SmallLabelBooks.BOOKS, changes);
    ChainRun.Setting setting = setting(control, verdicts, seed);
    ChainRun whole = ChainRun.of(setting, log.all(), seed);
    whole.toTheEnd();
    ChainRun ended = ChainRun.of(setting, log.all(), seed).upTo(cut * whole.steps() / 1000);
    ChainRun second = ended.begunAnew(seed + 1);
    Merged merged = ended.said().followedBy(second.toTheEnd());

    assertRight(merged, NaiveBooks.of(control), log, verdicts);
    mustHappen("said by both", ended.said().raw() > 0 && second.said().raw() > 0, 20);
  }

  /** An engine loses a worker anywhere, and goes on from where it was at its last checkpoint. */
  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
  void recoveredByItsEngineItIsAsIfNothingHadHappened(
      @ForAll("steps") List<Step> steps,
      @ForAll("said") List<SmallLabels.Said> said,
      @ForAll("changes") List<Change> changes,
      @ForAll boolean verdicts,
      @ForAll long seed,
      @ForAll("cuts") int checkpoint,
      @ForAll("cuts") int crash) {
    Log log = Log.of(steps, said);
    List<LogRecord> control = SmallNotices.of(SmallLabelBooks.BOOKS, changes);
    ChainRun.Setting setting = setting(control, verdicts, seed);
    ChainRun whole = ChainRun.of(setting, log.all(), seed);
    whole.toTheEnd();
    int until = Math.min(checkpoint, crash) * whole.steps() / 1000;
    ChainRun ended = ChainRun.of(setting, log.all(), seed).upTo(until).checkpoint();
    ended.upTo(Math.max(checkpoint, crash) * whole.steps() / 1000);
    ChainRun recovered = ended.recovered(seed + 1);
    Merged merged = ended.said().followedBy(recovered.toTheEnd());

    assertRight(merged, NaiveBooks.of(control), log, verdicts);
    mustHappen("said after it", recovered.said().raw() > 0, 20);
  }

  private static ChainRun.Setting setting(List<LogRecord> control, boolean verdicts, long seed) {
    HeardNotices heard = HeardNotices.atRandom(control, seed);
    return new ChainRun.Setting(heard.all().charter(), heard, TOPIC, verdicts, PARTITIONS);
  }

  private static void assertRight(Merged merged, NaiveBooks naive, Log log, boolean verdicts) {
    Oracle.Truth truth = Oracle.truth(naive, TOPIC, log.payments(), log.labels());
    assertAgreed(merged.answers(), truth.answers());
    if (verdicts) {
      assertThat(merged.verdicts()).isEqualTo(truth.verdicts());
    }
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    return SmallLog.stepsWithTwins(3, SECONDS, 60, Twist.values());
  }

  @Provide
  Arbitrary<List<SmallLabels.Said>> said() {
    return SmallLabels.said();
  }

  @Provide
  Arbitrary<List<Change>> changes() {
    return SmallNotices.changes(SmallLabelBooks.BOOKS, SECONDS, 8);
  }

  @Provide
  Arbitrary<Integer> cuts() {
    return Arbitraries.integers().between(0, 999).withDistribution(RandomDistribution.uniform());
  }
}
