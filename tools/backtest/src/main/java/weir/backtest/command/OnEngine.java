package weir.backtest.command;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import weir.backtest.answer.Answer;
import weir.backtest.cluster.FixedSide;
import weir.backtest.cluster.Job;
import weir.backtest.cluster.JudgedLake;
import weir.backtest.cluster.OutputFolder;
import weir.backtest.tally.KnownLabels;
import weir.command.BacktestOptions;
import weir.command.ClusterMasters;
import weir.command.LogPlace;
import weir.command.ProgressLine;
import weir.failure.MisuseException;
import weir.launch.Engine;
import weir.launch.Launch;
import weir.launch.Shutdown;
import weir.log.LakeDatabase;
import weir.log.source.LogSource;
import weir.rules.Audience;

/** A lake is judged by jobs, one for each side, and this process adds up what they leave. */
final class OnEngine {
  private final Engine engine;
  private final BacktestOptions options;
  private final LogSource source;
  private final ProgressLine progress;
  private final Shutdown shutdown;

  private OnEngine(
      Engine engine,
      BacktestOptions options,
      LogSource source,
      ProgressLine progress,
      Shutdown shutdown) {
    this.engine = engine;
    this.options = options;
    this.source = source;
    this.progress = progress;
    this.shutdown = shutdown;
  }

  /**
   * As the options say; nothing if they name no engine.
   *
   * @throws MisuseException if something does not go with it
   */
  static Optional<OnEngine> of(
      BacktestOptions options, LogSource source, ProgressLine progress, Shutdown shutdown) {
    options.engine.check();
    Engine engine = options.engine.runner;
    if (engine == null) {
      return Optional.empty();
    }
    if (source.kind() != LogPlace.Kind.LAKE) {
      throw new MisuseException(
          "--runner judges lakes, and "
              + source.name()
              + " is "
              + source.kind().words()
              + ": name a lake by --log=FOLDER, or leave --runner out");
    }
    refuse(options.sweep.vary != null, "--vary");
    refuse(!options.sampleUsers.equals(Audience.EVERYBODY), "--sample-users");
    refuse(!options.log.labels.isEmpty(), "--labels");
    return Optional.of(new OnEngine(engine, options, source, progress, shutdown));
  }

  private static void refuse(boolean told, String name) {
    if (told) {
      throw new MisuseException(name + " does not go with --runner; leave one of them out");
    }
  }

  /** Lets the jobs judge, and says what comes of it; nothing if it is stopped before. */
  Optional<Answer> answer(FixedSides both, KnownLabels labels) throws InterruptedException {
    try (OutputFolder into = OutputFolder.of(options.engine.into, source.name())) {
      FixedSide before = both.before();
      Job job = new Job(pipeline(), options.engine, input());
      String outputBefore = before == null ? null : into.lake("before");
      String outputAfter = into.lake("after");
      int jobs = before == null ? 1 : 2;
      if (before != null && !run(job, before, outputBefore, "job 1 of 2")) {
        return Optional.empty();
      }
      if (!run(job, both.tried(), outputAfter, "job " + jobs + " of " + jobs)) {
        return Optional.empty();
      }
      Sides sides = both.sides();
      try (JudgedLake judged =
          JudgedLake.open(
              new JudgedLake.Outputs(sides.before(), outputBefore, sides.tried(), outputAfter))) {
        return Optional.of(answer(judged, sides, labels));
      }
    }
  }

  private Supplier<Launch> pipeline() {
    Optional<Path> jar = Engine.jobJar();
    if (jar.isEmpty()) {
      return engine::pipeline;
    }
    ClusterMasters.of(options.engine.ofPipeline()).check();
    return () -> engine.submit(jar.get());
  }

  private boolean run(Job job, FixedSide side, @Nullable String output, String which)
      throws InterruptedException {
    String step = String.format("%s on %s judges by %s", which, engine.title(), side.name());
    return job.run(side, Objects.requireNonNull(output), () -> progress.at(step), shutdown::asked);
  }

  private Job.Input input() {
    String place = LakeDatabase.place(source.name());
    return new Job.Input(isUrl(place) ? place : absolute(place), source.topics());
  }

  private static boolean isUrl(String place) {
    return place.contains("://");
  }

  /** Workers have another folder of their own. */
  private static String absolute(String place) {
    return Path.of(place).toAbsolutePath().normalize().toString();
  }

  private Answer answer(JudgedLake judged, Sides sides, KnownLabels labels) {
    Answer answer =
        judged.answer(
            new JudgedLake.Setting(source, source.read(sides.widest()), labels, options.examples),
            (done, all) -> {
              shutdown.check();
              progress.at("adding up the days", done, all);
            });
    Path file = options.writeAlerts;
    if (file != null) {
      judged.writeAlerts(file, source.wanted());
    }
    return answer;
  }
}
