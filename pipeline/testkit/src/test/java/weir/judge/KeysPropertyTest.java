package weir.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static weir.judge.Agreement.assertAgreed;
import static weir.judge.Agreement.mustHappen;
import static weir.judge.Agreement.says;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
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
import weir.oracle.PlainRun;
import weir.oracle.SmallKeyBooks;
import weir.oracle.SmallLog;
import weir.oracle.SmallLog.Step;
import weir.oracle.SmallLog.Twist;
import weir.oracle.SmallNotices;
import weir.oracle.SmallNotices.Change;

/**
 * Rules and features of any key: however partitions drift, shuffles reorder and offsets are
 * committed, the answers are those of the oracle, which sees everything at once.
 */
class KeysPropertyTest {
  private static final String TOPIC = "transactions";
  private static final int SECONDS = 40;
  private static final int LONG = 140;
  private static final int PARTITIONS = 3;

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
  void agreesWithTheOracleHoweverItIsRun(
      @ForAll("hard") List<Step> steps,
      @ForAll("changes") List<Change> changes,
      @ForAll boolean verdicts,
      @ForAll long seed) {
    List<List<LogRecord>> log = SmallLog.partitioned(SmallLog.of(steps), PARTITIONS);
    List<LogRecord> control = SmallNotices.of(SmallKeyBooks.BOOKS, changes);
    NaiveBooks naive = NaiveBooks.of(control);
    Oracle.Truth truth = Oracle.truth(naive, TOPIC, all(log), List.of());
    Answers expected = truth.answers();
    ChainRun run = ChainRun.of(setting(control, verdicts, seed), log, seed);
    Merged merged = run.toTheEnd();

    assertAgreed(merged.answers(), expected);
    assertAgreed(merged.compacted(), expected);
    if (verdicts) {
      assertThat(merged.verdicts()).isEqualTo(truth.verdicts());
    } else {
      assertThat(merged.verdicts()).isEmpty();
    }
    tell(merged, expected);
    mustHappen("folded or forgotten at a key", run.forgotten() > 0, 50);
    mustHappen("many folded or forgotten", run.forgotten() > 10, 15);
    mustHappen("a dossier revised", run.revised() > 0, 60);
  }

  private static void tell(Merged merged, Answers expected) {
    mustHappen("withdrawn", merged.withdrawn() > 0, 30);
    mustHappen("withdrawn several", merged.withdrawn() > 3, 5);
    mustHappen("raised again", merged.superseded() > merged.withdrawn(), 50);
    for (String version :
        new String[] {
          "shop-often:1",
          "shop-often:2",
          "shop-often:3",
          "sum:1",
          "sum:2",
          "sum:3",
          "places:1",
          "places:2",
          "travel:1",
          "travel:2",
          "busy:1",
          "busy:2",
          "busy:3",
          "mixed:1",
          "mixed:2",
          "mixed:3",
          "slow:1",
          "slow:2",
          "slow:3",
          "last:1",
          "last:2",
          "own:1",
          "own:2",
          "spend:1",
          "spot:1",
          "spot:2"
        }) {
      mustHappen(
          version,
          says(expected, "\"rule\":\"" + version.replace(":", "\",\"ruleVersion\":") + ","),
          3);
    }
    mustHappen("a feature without a value", says(expected, "\"shop_6s\":null"), 5);
    mustHappen("by a later book", says(expected, "\"book\":[2-9]"), 50);
    for (String mode : new String[] {"live", "snoozed", "shadow"}) {
      mustHappen(mode, says(expected, "\"mode\":\"" + mode), 8);
    }
  }

  /** One after the other, in the order of the log, with a floor that is as high as may be. */
  @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
  void agreesWithTheOracleOneByOne(
      @ForAll("hard") List<Step> steps,
      @ForAll("changes") List<Change> changes,
      @ForAll long seed) {
    List<LogRecord> log = SmallLog.of(steps);
    List<LogRecord> control = SmallNotices.of(SmallKeyBooks.BOOKS, changes);
    NaiveBooks naive = NaiveBooks.of(control);
    HeardNotices heard = HeardNotices.atRandom(control, seed);
    AtomicLong now = new AtomicLong(Long.MIN_VALUE);
    PlainRun run = PlainRun.of(heard.all().charter(), heard, TOPIC, now::get);
    for (LogRecord each : log) {
      now.set(each.position().time());
      run.judge(each);
    }
    Merged merged = run.judgeAll(List.of());
    Oracle.Truth truth = Oracle.truth(naive, TOPIC, log, List.of());
    Answers expected = truth.answers();
    assertAgreed(merged.answers(), expected);
    assertAgreed(merged.compacted(), expected);
    assertThat(merged.verdicts()).isEqualTo(truth.verdicts());
  }

  /** A run ends anywhere, and another one has nothing but the log and what was committed. */
  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
  void begunAnewAnywhereItIsAsIfNothingHadHappened(
      @ForAll("long") List<Step> steps,
      @ForAll("longChanges") List<Change> changes,
      @ForAll boolean verdicts,
      @ForAll long seed,
      @ForAll("cuts") int cut) {
    List<List<LogRecord>> log = SmallLog.partitioned(SmallLog.of(steps), PARTITIONS);
    List<LogRecord> control = SmallNotices.of(SmallKeyBooks.BOOKS, changes);
    ChainRun.Setting setting = setting(control, verdicts, seed);
    ChainRun whole = ChainRun.of(setting, log, seed);
    whole.toTheEnd();
    ChainRun ended = ChainRun.of(setting, log, seed).upTo(cut * whole.steps() / 1000);
    ChainRun second = ended.begunAnew(seed + 1);
    Merged merged = ended.said().followedBy(second.toTheEnd());

    NaiveBooks naive = NaiveBooks.of(control);
    Oracle.Truth truth = Oracle.truth(naive, TOPIC, all(log), List.of());
    Answers expected = truth.answers();
    assertAgreed(merged.answers(), expected);
    if (verdicts) {
      assertThat(merged.verdicts()).isEqualTo(truth.verdicts());
    }
    mustHappen("begins later", second.begins() > 0, 5);
    mustHappen("folded or forgotten at a key", second.forgotten() > 0, 60);
    mustHappen("withdrawn in the second run", second.said().withdrawn() > 0, 60);
    mustHappen("said by both", ended.said().raw() > 0 && second.said().raw() > 0, 40);
  }

  /** An engine loses a worker anywhere, and goes on from where it was at its last checkpoint. */
  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
  void recoveredByItsEngineItIsAsIfNothingHadHappened(
      @ForAll("long") List<Step> steps,
      @ForAll("longChanges") List<Change> changes,
      @ForAll boolean verdicts,
      @ForAll long seed,
      @ForAll("cuts") int checkpoint,
      @ForAll("cuts") int crash) {
    List<List<LogRecord>> log = SmallLog.partitioned(SmallLog.of(steps), PARTITIONS);
    List<LogRecord> control = SmallNotices.of(SmallKeyBooks.BOOKS, changes);
    ChainRun.Setting setting = setting(control, verdicts, seed);
    ChainRun whole = ChainRun.of(setting, log, seed);
    whole.toTheEnd();
    int until = Math.min(checkpoint, crash) * whole.steps() / 1000;
    ChainRun ended = ChainRun.of(setting, log, seed).upTo(until).checkpoint();
    long before = ended.said().raw();
    ended.upTo(Math.max(checkpoint, crash) * whole.steps() / 1000);
    ChainRun recovered = ended.recovered(seed + 1);
    Merged merged = ended.said().followedBy(recovered.toTheEnd());

    NaiveBooks naive = NaiveBooks.of(control);
    Oracle.Truth truth = Oracle.truth(naive, TOPIC, all(log), List.of());
    Answers expected = truth.answers();
    assertAgreed(merged.answers(), expected);
    if (verdicts) {
      assertThat(merged.verdicts()).isEqualTo(truth.verdicts());
    }
    mustHappen("said something that it does not know", ended.said().raw() > before, 40);
    mustHappen("withdrawn after it", recovered.said().withdrawn() > 0, 60);
  }

  private static ChainRun.Setting setting(List<LogRecord> control, boolean verdicts, long seed) {
    HeardNotices heard = HeardNotices.atRandom(control, seed);
    return new ChainRun.Setting(heard.all().charter(), heard, TOPIC, verdicts);
  }

  private static List<LogRecord> all(List<List<LogRecord>> partitions) {
    return partitions.stream().flatMap(List::stream).toList();
  }

  @Provide
  Arbitrary<List<Step>> hard() {
    return SmallLog.stepsWithTwins(4, SECONDS, 60, Twist.values());
  }

  @Provide
  Arbitrary<List<Change>> changes() {
    return SmallNotices.changes(SmallKeyBooks.BOOKS, SECONDS, 10);
  }

  @Provide("long")
  Arbitrary<List<Step>> longer() {
    return SmallLog.stepsWithTwins(3, LONG, 120, Twist.values());
  }

  @Provide
  Arbitrary<List<Change>> longChanges() {
    return SmallNotices.changes(SmallKeyBooks.BOOKS, LONG, 14);
  }

  /** In thousandths of a run, all as likely. */
  @Provide
  Arbitrary<Integer> cuts() {
    return Arbitraries.integers().between(0, 999).withDistribution(RandomDistribution.uniform());
  }
}
