package weir.backtest.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import weir.backtest.answer.Answer;
import weir.backtest.pass.Pass;
import weir.backtest.pass.StandingAlerts;
import weir.backtest.sweep.Sweep;
import weir.backtest.tally.KnownLabels;
import weir.backtest.tally.Sample;
import weir.command.BacktestOptions;
import weir.command.ProgressLine;
import weir.launch.Shutdown;
import weir.log.BooksOfTopic;
import weir.log.Log;
import weir.log.source.LogSource;
import weir.model.LogRecord;
import weir.notice.FixedNotices;

/** Reads a log once, and tells what rules would have done. */
@Command(name = "backtest")
final class Backtest implements Callable<Integer> {
  @Spec @Nullable CommandSpec spec;
  @Mixin BacktestOptions options = new BacktestOptions();

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    AtomicBoolean stopped = new AtomicBoolean();
    // Whoever stops it gets what is known so far.
    try (Shutdown shutdown = new Shutdown(() -> stopped.set(true));
        ProgressLine progress = new ProgressLine(spec.commandLine().getErr())) {
      LogSource source = LogSource.of(options.log);
      Optional<OnEngine> onEngine = OnEngine.of(options, source, progress, shutdown);
      List<LogRecord> announced = announced(source);
      Sweeping sweeping =
          Sweeping.of(options, FixedNotices.inForce(announced).knownAt(Long.MAX_VALUE));
      if (sweeping != null) {
        Telling telling = new Telling(options, sweeping.sides().rules());
        KnownLabels labels = labels(source, sweeping.sides(), shutdown);
        Sweep sweep = sweep(sweeping, source, labels, progress, stopped);
        progress.clear();
        telling.tell(sweep, sweeping.goal(), out);
        return 0;
      }
      FixedSides fixed = FixedSides.of(options, announced);
      Sides sides = fixed.sides();
      Telling telling = new Telling(options, sides.rules());
      KnownLabels labels = labels(source, sides, shutdown);
      Optional<Answer> answer =
          onEngine.isPresent()
              ? onEngine.get().answer(fixed, labels)
              : Optional.of(answer(source, sides, labels, progress, stopped));
      progress.clear();
      if (answer.isEmpty()) {
        spec.commandLine().getErr().println("weir: stopped before the jobs had judged the lake");
        return 1;
      }
      return telling.tell(answer.get(), out, spec.commandLine().getErr());
    }
  }

  private static KnownLabels labels(LogSource source, Sides sides, Shutdown shutdown) {
    shutdown.check();
    KnownLabels labels = new KnownLabels(sides.tried().charter());
    try (Log log = source.labels(sides.widest())) {
      labels.hearAll(log);
    }
    shutdown.check();
    return labels;
  }

  private Sweep sweep(
      Sweeping sweeping,
      LogSource source,
      KnownLabels labels,
      ProgressLine progress,
      AtomicBoolean stopped)
      throws InterruptedException {
    Pass pass = sweeping.pass(setting(source, labels, /* examples= */ 0));
    try (Log log = source.open(sweeping.sides().widest())) {
      return sweeping.sweep(over(pass, log, /* alerts= */ null, progress, stopped));
    }
  }

  private Pass.Setting setting(LogSource source, KnownLabels labels, int examples) {
    return new Pass.Setting(labels, source.wanted(), new Sample(options.sampleUsers), examples);
  }

  private static List<Answer> over(
      Pass pass,
      Log log,
      @Nullable StandingAlerts alerts,
      ProgressLine progress,
      AtomicBoolean stopped)
      throws InterruptedException {
    return pass.over(
        log, alerts, (done, all) -> progress.at("reading the log", done, all), stopped::get);
  }

  /** What was announced for the log; nothing if nobody can say where. */
  private List<LogRecord> announced(LogSource source) {
    return source
        .controlTopic()
        .map(topic -> BooksOfTopic.recordsIfThere(options.log.kafka.client(), topic))
        .orElse(List.of());
  }

  private Answer answer(
      LogSource source,
      Sides sides,
      KnownLabels labels,
      ProgressLine progress,
      AtomicBoolean stopped)
      throws InterruptedException {
    Pass pass =
        new Pass(sides.before(), List.of(sides.tried()), setting(source, labels, options.examples));
    Path file = options.writeAlerts;
    try (Log log = source.open(sides.widest());
        StandingAlerts alerts = file == null ? null : StandingAlerts.of(source.wanted())) {
      Answer answer = over(pass, log, alerts, progress, stopped).get(0);
      if (alerts != null && file != null) {
        alerts.writeTo(file);
      }
      return answer;
    }
  }
}
