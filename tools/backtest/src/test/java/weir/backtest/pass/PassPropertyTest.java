package weir.backtest.pass;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import weir.backtest.answer.Answer;
import weir.backtest.answer.Figures;
import weir.backtest.answer.Hits;
import weir.backtest.answer.RuleAnswer;
import weir.backtest.tally.KnownLabels;
import weir.backtest.tally.Sample;
import weir.backtest.tally.Side;
import weir.book.RuleBook;
import weir.form.AlertJson;
import weir.log.ListedLog;
import weir.log.Span;
import weir.model.LogRecord;
import weir.notice.Books;
import weir.notice.IllegalNoticeException;
import weir.oracle.NaiveBooks;
import weir.oracle.Oracle;
import weir.oracle.SmallBooks;
import weir.oracle.SmallKeyBooks;
import weir.oracle.SmallLabelBooks;
import weir.oracle.SmallLabels;
import weir.oracle.SmallLog;
import weir.oracle.SmallLog.Step;
import weir.oracle.SmallLog.Twist;
import weir.oracle.SmallNotices;
import weir.oracle.SmallNotices.Change;

/**
 * A pass says what two runs of the oracle say, alert by alert and figure by figure: books that came
 * into force one after the other on one side, another book for all time on the other, in logs with
 * all that goes wrong.
 */
class PassPropertyTest {
  private static final int SECONDS = 90;
  private static final String TOPIC = "payments";

  /** So many seconds after the beginning of small logs. */
  private static long second(int number) {
    return 3_600_000 + number * 1000L;
  }

  @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
  void countsRulesOfUsers(
      @ForAll("steps") List<Step> steps,
      @ForAll("said") List<SmallLabels.Said> said,
      @ForAll("changes") List<Change> changes,
      @ForAll("versions") List<Integer> versions,
      @ForAll("wanted") Span wanted,
      @ForAll("batch") int batch)
      throws IOException, InterruptedException {
    assertSame(SmallBooks.OF_USERS, steps, said, changes, versions, wanted, batch);
  }

  @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
  void countsRulesAtKeys(
      @ForAll("steps") List<Step> steps,
      @ForAll("said") List<SmallLabels.Said> said,
      @ForAll("keyChanges") List<Change> changes,
      @ForAll("versions") List<Integer> versions,
      @ForAll("wanted") Span wanted,
      @ForAll("batch") int batch)
      throws IOException, InterruptedException {
    assertSame(SmallKeyBooks.BOOKS, steps, said, changes, versions, wanted, batch);
  }

  @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
  void countsRulesThatKnowLabels(
      @ForAll("steps") List<Step> steps,
      @ForAll("said") List<SmallLabels.Said> said,
      @ForAll("labelChanges") List<Change> changes,
      @ForAll("versions") List<Integer> versions,
      @ForAll("wanted") Span wanted,
      @ForAll("batch") int batch)
      throws IOException, InterruptedException {
    assertSame(SmallLabelBooks.BOOKS, steps, said, changes, versions, wanted, batch);
  }

  private static void assertSame(
      SmallBooks small,
      List<Step> steps,
      List<SmallLabels.Said> said,
      List<Change> changes,
      List<Integer> versions,
      Span wanted,
      int batch)
      throws IOException, InterruptedException {
    List<LogRecord> payments = inOrder(SmallLog.of(steps));
    List<LogRecord> labels =
        SmallLabels.of(said, payments, 0).stream().flatMap(List::stream).toList();
    List<LogRecord> control = SmallNotices.of(small, changes);
    List<LogRecord> controlOfTried = SmallNotices.of(beginning(small, versions), lists(changes));
    Books books = books(control);
    Books tried = books(controlOfTried);
    RuleBook book = tried.all().get(0).book().book();

    KnownLabels known = new KnownLabels(books.charter());
    labels.forEach(known::hear);
    Pass pass =
        new Pass(
            Side.inForce("in force", books),
            List.of(Side.always("tried", book, tried)),
            new Pass.Setting(known, wanted, Sample.ALL, /* examples= */ 3),
            batch);
    Path file = Files.createTempFile("standing", ".jsonl");
    Answer answer;
    List<String> written;
    try (StandingAlerts alerts = StandingAlerts.of(wanted, /* most= */ 7)) {
      ListedLog log =
          new ListedLog(List.of(payments), List.of(inOrder(labels)), /* behindMillis= */ 0);
      answer = pass.over(log, alerts, (done, all) -> {}, () -> false).get(0);
      alerts.writeTo(file);
      written = Files.readAllLines(file);
    } finally {
      Files.delete(file);
    }

    NaiveBooks naiveBefore = NaiveBooks.of(control);
    boolean heard = books.charter().labels();
    NaiveSide before =
        new NaiveSide(
            Oracle.truth(naiveBefore, TOPIC, payments, heard ? labels : List.of()), wanted);
    NaiveSide after =
        new NaiveSide(
            Oracle.truth(
                NaiveBooks.of(controlOfTried), TOPIC, payments, heard ? labels : List.of()),
            wanted);
    Map<String, Boolean> fraud = new HashMap<>();
    Oracle.standingLabels(naiveBefore, labels)
        .forEach((payment, text) -> fraud.put(payment, text.startsWith("true")));
    assertThat(NaiveAnswer.lines(answer))
        .isEqualTo(new NaiveAnswer(before, after, byNumber(books), byNumber(tried), fraud).lines());
    assertThat(written)
        .isEqualTo(
            after.alerts().values().stream()
                .map(each -> new String(AlertJson.write(each), StandardCharsets.UTF_8))
                .toList());
    assertThat(answer.volume().unsettled()).isZero();
    assertExamples(answer, before, after);
    mustHappen("added", answer.rules().stream().anyMatch(each -> each.change().added() > 0), 40);
    mustHappen(
        "removed", answer.rules().stream().anyMatch(each -> each.change().removed() > 0), 40);
    mustHappen(
        "a fraud is caught",
        hits(answer.flagged().after()).filter(its -> its.frauds() > 0).isPresent(),
        40);
  }

  private static Optional<Hits> hits(Figures figures) {
    return Optional.ofNullable(figures.hits());
  }

  /** Those that are drawn have the smallest ids of all that could be. */
  private static void assertExamples(Answer answer, NaiveSide before, NaiveSide after) {
    for (RuleAnswer rule : answer.rules()) {
      assertThat(rule.added())
          .hasSize((int) Math.min(3, rule.change().added()))
          .isSortedAccordingTo(Comparator.comparing(each -> each.alert()))
          .allSatisfy(
              each -> {
                assertThat(each.reason())
                    .isEqualTo(Objects.requireNonNull(after.alerts().get(each.alert())).reason());
              });
      assertThat(rule.removed())
          .hasSize((int) Math.min(3, rule.change().removed()))
          .allSatisfy(each -> assertThat(before.alerts()).containsKey(each.alert()));
    }
  }

  private static List<LogRecord> inOrder(List<LogRecord> records) {
    return records.stream()
        .sorted(Comparator.comparingLong(each -> each.position().time()))
        .toList();
  }

  private static SmallBooks beginning(SmallBooks small, List<Integer> versions) {
    return new SmallBooks(
        small.charter(),
        small.features(),
        small.rules(),
        versions.subList(0, small.rules().size()),
        small.lists(),
        small.models());
  }

  private static List<Change> lists(List<Change> changes) {
    return changes.stream().filter(each -> each.kind() == SmallNotices.Kind.LIST).toList();
  }

  /** With clocks that do not fall, a list changes at the same time whatever else is announced. */
  private static List<Change> withoutFallingClocks(List<Change> changes) {
    return changes.stream()
        .map(
            each ->
                new Change(
                    each.second(),
                    each.ahead(),
                    each.newer(),
                    /* back= */ 0,
                    each.kind(),
                    each.versions()))
        .toList();
  }

  private static Books books(List<LogRecord> control) {
    Books books = Books.none();
    for (LogRecord each : control) {
      try {
        books = books.with(each);
      } catch (IllegalNoticeException illegal) {
        // It changes nothing.
      }
    }
    return books;
  }

  private static Map<Integer, RuleBook> byNumber(Books books) {
    Map<Integer, RuleBook> byNumber = new HashMap<>();
    books.all().forEach(each -> byNumber.put(each.number(), each.book().book()));
    return byNumber;
  }

  /** Without these cases the property would hold but prove nothing. */
  private static void mustHappen(String what, boolean happened, int percent) {
    Statistics.label(what)
        .collect(happened)
        .coverage(coverage -> coverage.check(true).percentage(share -> share > percent));
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    return SmallLog.stepsWithTwins(6, SECONDS, 90, Twist.values());
  }

  @Provide
  Arbitrary<List<SmallLabels.Said>> said() {
    return SmallLabels.said();
  }

  @Provide
  Arbitrary<List<Integer>> versions() {
    return Arbitraries.of(0, 1, 2, 9).list().ofSize(20);
  }

  @Provide
  Arbitrary<Integer> batch() {
    return Arbitraries.of(1, 4, 1000);
  }

  @Provide
  Arbitrary<Span> wanted() {
    return Arbitraries.of(
        Span.ALL, new Span(second(20), second(60)), new Span(second(40), Long.MAX_VALUE));
  }

  @Provide
  Arbitrary<List<Change>> changes() {
    return changes(SmallBooks.OF_USERS);
  }

  @Provide
  Arbitrary<List<Change>> keyChanges() {
    return changes(SmallKeyBooks.BOOKS);
  }

  @Provide
  Arbitrary<List<Change>> labelChanges() {
    return changes(SmallLabelBooks.BOOKS);
  }

  private static Arbitrary<List<Change>> changes(SmallBooks books) {
    return SmallNotices.changes(books, SECONDS, 8).map(PassPropertyTest::withoutFallingClocks);
  }
}
