package weir.backtest.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import weir.backtest.answer.Answer;
import weir.backtest.pass.Pass;
import weir.backtest.pass.StandingAlerts;
import weir.backtest.report.AnswerJson;
import weir.backtest.tally.KnownLabels;
import weir.backtest.tally.Sample;
import weir.backtest.tally.Side;
import weir.book.Charter;
import weir.command.LogOptions;
import weir.log.Log;
import weir.log.Span;
import weir.log.source.LogSource;

/**
 * Holds the answer of what was left in lakes against that of a pass over the lake that was judged.
 *
 * @param folder where the lake of each side is, under the side's name
 */
record SameAnswer(HostileLake lake, Path folder) {
  static final int EXAMPLES = 4;

  /** The log of a lake. */
  static LogSource source(Path lake, Span wanted) {
    LogOptions options = new LogOptions();
    options.lake = lake.toString();
    options.from = wanted.hasBegin() ? Instant.ofEpochMilli(wanted.from()) : null;
    options.to = wanted.hasEnd() ? Instant.ofEpochMilli(wanted.to()) : null;
    return LogSource.of(options);
  }

  /** Demands the same bytes, of the answer and of the alerts, and returns the answer. */
  Answer check(@Nullable FixedSide before, FixedSide after, Span wanted)
      throws InterruptedException, IOException {
    LogSource source = source(lake.folder(), wanted);
    Side compared = before == null ? null : before.side();
    Side tried = after.side();
    Charter widest =
        compared == null
            ? tried.charter()
            : tried.charter().reaching(compared.charter().horizonMillis());
    KnownLabels labels = new KnownLabels(widest);
    try (Log log = source.labels(widest)) {
      labels.hearAll(log);
    }
    Path passed = folder.resolve("passed.jsonl");
    Answer expected;
    try (Log log = source.open(widest);
        StandingAlerts alerts = StandingAlerts.of(wanted)) {
      expected =
          new Pass(compared, List.of(tried), new Pass.Setting(labels, wanted, Sample.ALL, EXAMPLES))
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
              new JudgedLake.Setting(source, source.read(widest), labels, EXAMPLES),
              (done, all) -> {});
      assertThat(AnswerJson.text(answer)).isEqualTo(AnswerJson.text(expected));
      judged.writeAlerts(written, wanted);
    }
    assertThat(Files.readAllLines(written))
        .hasSizeGreaterThan(30)
        .isEqualTo(Files.readAllLines(passed));
    return expected;
  }

  private String folderOf(FixedSide side) {
    return folder.resolve(side.name()).toString();
  }
}
