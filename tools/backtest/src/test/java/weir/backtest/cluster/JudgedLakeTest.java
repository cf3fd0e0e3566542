package weir.backtest.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.backtest.answer.Answer;
import weir.backtest.pass.Pass;
import weir.backtest.pass.StandingAlerts;
import weir.backtest.report.AnswerJson;
import weir.backtest.tally.KnownLabels;
import weir.backtest.tally.Sample;
import weir.backtest.tally.Side;
import weir.book.Charter;
import weir.book.RuleBook;
import weir.book.RuleBookReader;
import weir.command.LogOptions;
import weir.contract.Servers;
import weir.log.Log;
import weir.log.Span;
import weir.log.source.LogSource;
import weir.model.LogRecord;
import weir.notice.FixedNotices;
import weir.oracle.HostileLabels;
import weir.oracle.HostileLog;
import weir.oracle.HostileNotices;
import weir.oracle.HostileSettings;
import weir.oracle.Poison;

/**
 * Of what jobs would leave comes the answer of a pass, byte for byte: over a hostile log with
 * labels, keys, totals and models, whose rules change in the middle of it.
 */
class JudgedLakeTest {
  private static final int USERS = 150;
  private static final int PAYMENTS = 3000;
  private static final int MEAN_GAP_MILLIS = 300;
  private static final int EXAMPLES = 4;

  @TempDir private static Path folder = Path.of("target");
  private static List<LogRecord> sound = List.of();
  private static FixedSide inForce = side("in force", List.of());
  private static FixedSide first = inForce;

  private static FixedSide side(String name, List<LogRecord> notices) {
    return new FixedSide(
        name,
        FixedNotices.always(
            new FixedNotices.Tried(
                name,
                HostileNotices.firstText()
                    .replace("limit: 3500\n    window: 1 min", "limit: 3000\n    window: 1 min")),
            notices));
  }

  @BeforeAll
  static void twoJobsHaveJudgedALake() throws SQLException {
    RuleBook book = RuleBookReader.parse("first", HostileNotices.firstText());
    sound =
        HostileLog.generate(
            20_261_129,
            HostileSettings.of(book, USERS, Servers.PARTITIONS, PAYMENTS, MEAN_GAP_MILLIS));
    List<LogRecord> control = HostileNotices.of(sound);
    inForce = new FixedSide("in force", FixedNotices.inForce(control));
    first = side("first", control);
    try (WrittenLake lake = new WrittenLake(folder.resolve("lake"))) {
      lake.records("payments", Poison.in(sound));
      lake.records("payments.labels", Poison.in(HostileLabels.of(sound)));
    }
    for (FixedSide each : List.of(inForce, first)) {
      try (WrittenLake output = new WrittenLake(folder.resolve(each.name()));
          Log log = source(Span.ALL).open(each.side().charter())) {
        output.judged(each.side(), log);
      }
    }
  }

  private static LogSource source(Span wanted) {
    LogOptions options = new LogOptions();
    options.lake = folder.resolve("lake").toString();
    options.from = wanted.hasBegin() ? Instant.ofEpochMilli(wanted.from()) : null;
    options.to = wanted.hasEnd() ? Instant.ofEpochMilli(wanted.to()) : null;
    return LogSource.of(options);
  }

  private static KnownLabels labels(LogSource source, Charter charter) {
    KnownLabels labels = new KnownLabels(charter);
    try (Log log = source.labels(charter)) {
      labels.hearAll(log);
    }
    return labels;
  }

  private static Answer same(@Nullable FixedSide before, FixedSide after, Span wanted)
      throws InterruptedException, IOException {
    LogSource source = source(wanted);
    Side compared = before == null ? null : before.side();
    Side tried = after.side();
    Charter widest =
        compared == null
            ? tried.charter()
            : tried.charter().reaching(compared.charter().horizonMillis());
    Path passed = folder.resolve("passed.jsonl");
    Answer expected;
    try (Log log = source.open(widest);
        StandingAlerts alerts = StandingAlerts.of(wanted)) {
      expected =
          new Pass(
                  compared,
                  List.of(tried),
                  new Pass.Setting(labels(source, widest), wanted, Sample.ALL, EXAMPLES))
              .over(log, alerts, (done, all) -> {}, () -> false)
              .get(0);
      alerts.writeTo(passed);
    }
    Path written = folder.resolve("written.jsonl");
    try (JudgedLake judged =
        JudgedLake.open(
            new JudgedLake.Outputs(
                compared, before == null ? null : folderOf(before), tried, folderOf(after)))) {
      Answer answer =
          judged.answer(
              new JudgedLake.Setting(source, source.read(widest), labels(source, widest), EXAMPLES),
              (done, all) -> {});
      assertThat(AnswerJson.text(answer)).isEqualTo(AnswerJson.text(expected));
      judged.writeAlerts(written, wanted);
    }
    assertThat(Files.readAllLines(written))
        .hasSizeGreaterThan(100)
        .isEqualTo(Files.readAllLines(passed));
    return expected;
  }

  private static String folderOf(FixedSide side) {
    return folder.resolve(side.name()).toString();
  }

  @Test
  void comparesTwoSides() throws InterruptedException, IOException {
    Answer answer = same(inForce, first, Span.ALL);
    assertThat(answer.volume().deadLetters()).isPositive();
    assertThat(answer.volume().frauds()).isPositive();
    assertThat(answer.days()).hasSizeGreaterThan(2);
    assertThat(answer.overlaps()).isNotEmpty();
    assertThat(answer.rules()).anySatisfy(each -> assertThat(each.added()).hasSize(EXAMPLES));
    assertThat(answer.rules()).anySatisfy(each -> assertThat(each.removed()).hasSize(EXAMPLES));
  }

  @Test
  void comparesThemTheOtherWayRound() throws InterruptedException, IOException {
    same(first, inForce, Span.ALL);
  }

  @Test
  void replaysOneSide() throws InterruptedException, IOException {
    assertThat(same(/* before= */ null, inForce, Span.ALL).isComparison()).isFalse();
  }

  @Test
  void countsAPeriod() throws InterruptedException, IOException {
    long begin = sound.get(PAYMENTS / 3).position().time();
    long end = sound.get(2 * PAYMENTS / 3).position().time();
    Answer all = same(inForce, first, Span.ALL);
    Answer some = same(inForce, first, new Span(begin, end));
    assertThat(some.volume().payments()).isBetween(100L, all.volume().payments() / 2);
    assertThat(some.volume().records()).isLessThan(all.volume().records());
    assertThat(some.volume().deadLetters()).isLessThan(all.volume().deadLetters());
    same(inForce, first, new Span(Long.MIN_VALUE, end));
    same(inForce, first, new Span(begin, Long.MAX_VALUE));
  }
}
