package weir.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import weir.book.Charter;
import weir.contract.ShortWindows;
import weir.judge.Floor;
import weir.model.LogRecord;
import weir.notice.Announcements;
import weir.oracle.HeardNotices;
import weir.oracle.HostileLabels;
import weir.oracle.SmallBooks;
import weir.oracle.SmallKeyBooks;
import weir.oracle.SmallLabelBooks;
import weir.oracle.SmallLabels;
import weir.oracle.SmallLog;
import weir.oracle.SmallLog.Step;
import weir.oracle.SmallLog.Twist;
import weir.oracle.SmallNotices;
import weir.oracle.SmallNotices.Change;

/** A walk that forgets says the same as one that remembers everything, word by word. */
class WalkPropertyTest {
  private static final int SECONDS = 140;
  private static final int CLOCKS_MILLIS = 5000;

  /** A record of one of the two topics. */
  private record Read(boolean isLabel, LogRecord record) {}

  /** What a walk holds in the end that forgets, and one that remembers everything. */
  private record Ends(Holding held, Holding all) {}

  @Property(tries = 40, edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
  void forgettingChangesNoAnswer(
      @ForAll("steps") List<Step> steps,
      @ForAll("changes") List<Change> changes,
      @ForAll boolean verdicts,
      @ForAll("worth") int worth,
      @ForAll long seed) {
    List<LogRecord> control = SmallNotices.of(SmallKeyBooks.BOOKS, changes);

    Ends ends = assertSame(merged(SmallLog.of(steps), List.of()), control, verdicts, worth, seed);
    mustHappen("a value is forgotten", ends.held().values() < ends.all().values(), 60);
    mustHappen("payments at values", ends.held().dossiers() < ends.all().dossiers() / 2, 60);
  }

  @Property(tries = 40, edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
  void norWhereThereAreLabels(
      @ForAll("steps") List<Step> steps,
      @ForAll("said") List<SmallLabels.Said> said,
      @ForAll("labelChanges") List<Change> changes,
      @ForAll boolean verdicts,
      @ForAll("worth") int worth,
      @ForAll long seed) {
    List<LogRecord> payments = SmallLog.of(steps);
    List<LogRecord> labels =
        SmallLabels.of(said, payments, 0).stream().flatMap(List::stream).toList();
    List<LogRecord> control = SmallNotices.of(SmallLabelBooks.BOOKS, changes);

    Ends ends = assertSame(merged(payments, labels), control, verdicts, worth, seed);
    mustHappen("a value is forgotten", ends.held().values() < ends.all().values(), 60);
    mustHappen("a label is forgotten", ends.held().labels() < ends.all().labels(), 60);
  }

  @Property(tries = 40, edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
  void norWhereRulesLookAtUsersAlone(
      @ForAll("steps") List<Step> steps,
      @ForAll("userChanges") List<Change> changes,
      @ForAll boolean verdicts,
      @ForAll long seed) {
    List<LogRecord> control = SmallNotices.of(changes);

    Ends ends =
        assertSame(merged(SmallLog.of(steps), List.of()), control, verdicts, /* worth= */ 1, seed);
    mustHappen("a total is forgotten", ends.held().totals() < ends.all().totals(), 60);
  }

  /** As where clocks differ: the floor is as far behind as log times can fall. */
  @Property(tries = 40, edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
  void norWhereLogTimesFall(
      @ForAll("steps") List<Step> steps,
      @ForAll("said") List<SmallLabels.Said> said,
      @ForAll("labelChanges") List<Change> changes,
      @ForAll boolean verdicts,
      @ForAll("worth") int worth,
      @ForAll long seed) {
    List<LogRecord> payments = SmallLog.of(steps);
    List<LogRecord> labels =
        SmallLabels.of(said, payments, 0).stream().flatMap(List::stream).toList();
    List<LogRecord> control = SmallNotices.of(SmallLabelBooks.BOOKS, changes);
    List<Read> log = outOfOrder(merged(payments, labels), new Random(seed));

    assertSame(log, CLOCKS_MILLIS, control, verdicts, worth, seed);
  }

  private static List<Read> outOfOrder(List<Read> log, Random random) {
    record Later(Read read, long when) {}
    return log.stream()
        .map(each -> new Later(each, logTime(each) + random.nextInt(CLOCKS_MILLIS + 1)))
        .sorted(Comparator.comparingLong(Later::when))
        .map(Later::read)
        .toList();
  }

  private static long logTime(Read read) {
    return read.record().position().time();
  }

  @Example
  void norOnAHostileLog() {
    List<LogRecord> log = ShortWindows.log(20_261_130, 6000);
    Charter charter = ShortWindows.BOOK_WITH_KEYS.charter();
    Announcements books = Announcements.always(ShortWindows.BOOK_WITH_KEYS);
    AtomicLong reached = new AtomicLong(Floor.UNKNOWN);
    AllSaid said = new AllSaid();
    AllSaid expected = new AllSaid();
    Walk forgets = new Walk(charter, books, /* verdicts= */ true, reached::get, said);
    Walk remembers = new Walk(charter, books, /* verdicts= */ true, Floor.NONE, expected);

    List<Read> all = merged(log, HostileLabels.of(log));
    walk(all, forgets, reached);
    walk(all, remembers, reached);

    assertSame(said, expected);
    assertThat(forgets.holding().users()).isLessThan(remembers.holding().users());
    assertThat(forgets.holding().payments()).isLessThan(remembers.holding().payments() / 2);
    assertThat(forgets.holding().values()).isLessThanOrEqualTo(remembers.holding().values());
    assertThat(forgets.holding().dossiers()).isLessThan(remembers.holding().dossiers() / 2);
    assertThat(forgets.holding().totals()).isLessThan(remembers.holding().totals() / 2);
  }

  private static Ends assertSame(
      List<Read> log, List<LogRecord> control, boolean verdicts, int worth, long seed) {
    return assertSame(log, /* behindMillis= */ 0, control, verdicts, worth, seed);
  }

  private static Ends assertSame(
      List<Read> log,
      int behindMillis,
      List<LogRecord> control,
      boolean verdicts,
      int worth,
      long seed) {
    AtomicLong reached = new AtomicLong(Floor.UNKNOWN);
    HeardNotices heard = HeardNotices.atRandom(control, seed);
    AllSaid said = new AllSaid();
    Floor floor =
        () -> reached.get() == Floor.UNKNOWN ? Floor.UNKNOWN : reached.get() - behindMillis;
    Walk forgets = new Walk(heard.all().charter(), heard, verdicts, floor, said, worth);
    walk(log, forgets, reached);
    HeardNotices heardAgain = HeardNotices.atRandom(control, seed + 1);
    AllSaid expected = new AllSaid();
    Walk remembers =
        new Walk(heard.all().charter(), heardAgain, verdicts, Floor.NONE, expected, worth);
    walk(log, remembers, reached);

    assertSame(said, expected);
    assertThat(forgets.belowFloor()).isZero();
    Ends ends = new Ends(forgets.holding(), remembers.holding());
    mustHappen("a user is forgotten", ends.held().users() < ends.all().users(), 60);
    return ends;
  }

  /** Workers that know other books name totals in another order, so only what is said counts. */
  private static void assertSame(AllSaid said, AllSaid expected) {
    List<String> all = said.all().stream().sorted().toList();
    List<String> allExpected = expected.all().stream().sorted().toList();
    for (int i = 0; i < Math.min(all.size(), allExpected.size()); i++) {
      assertThat(all.get(i)).isEqualTo(allExpected.get(i));
    }
    assertThat(all).hasSameSizeAs(allExpected);
  }

  private static void walk(List<Read> log, Walk walk, AtomicLong reached) {
    for (Read each : log) {
      reached.accumulateAndGet(logTime(each), Math::max);
      if (each.isLabel()) {
        walk.hear("labels", each.record());
      } else {
        walk.judge("transactions", each.record());
      }
    }
  }

  /** In the order of log times; a payment knows the labels of its own instant. */
  private static List<Read> merged(List<LogRecord> payments, List<LogRecord> labels) {
    List<Read> all = new ArrayList<>();
    labels.forEach(each -> all.add(new Read(/* isLabel= */ true, each)));
    payments.forEach(each -> all.add(new Read(/* isLabel= */ false, each)));
    all.sort(Comparator.comparingLong(WalkPropertyTest::logTime));
    return all;
  }

  /** Without these cases the property would hold but prove nothing. */
  private static void mustHappen(String what, boolean happened, int percent) {
    Statistics.label(what)
        .collect(happened)
        .coverage(coverage -> coverage.check(true).percentage(share -> share > percent));
  }

  /** So many users that some go quiet. */
  @Provide
  Arbitrary<List<Step>> steps() {
    return SmallLog.stepsWithTwins(9, SECONDS, 120, Twist.values());
  }

  @Provide
  Arbitrary<List<SmallLabels.Said>> said() {
    return SmallLabels.said();
  }

  @Provide
  Arbitrary<List<Change>> changes() {
    return SmallNotices.changes(SmallKeyBooks.BOOKS, SECONDS, 14);
  }

  @Provide
  Arbitrary<List<Change>> labelChanges() {
    return SmallNotices.changes(SmallLabelBooks.BOOKS, SECONDS, 8);
  }

  @Provide
  Arbitrary<List<Change>> userChanges() {
    return SmallNotices.changes(SmallBooks.OF_USERS, SECONDS, 8);
  }

  @Provide
  Arbitrary<Integer> worth() {
    return Arbitraries.integers().between(1, 3);
  }
}
