package weir.bench.ladder.round;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import weir.bench.ladder.arena.Arena;
import weir.bench.ladder.arena.Contestant;
import weir.bench.ladder.arena.RunOptions;
import weir.bench.ladder.arena.Setting;
import weir.bench.ladder.log.Backlog;
import weir.bench.ladder.measure.FlameGraph;
import weir.bench.ladder.measure.GcLog;
import weir.bench.ladder.measure.PeakMemory;
import weir.bench.ladder.measure.ProcessorTime;
import weir.bench.ladder.measure.Samples;
import weir.bench.ladder.round.ProgressCurve.Point;
import weir.launch.ChildJvm;
import weir.local.Folders;
import weir.local.Topics;
import weir.topics.TopicReader;

/** Lets a contestant drain a backlog, in a JVM of its own, and measures it. */
public final class Round {
  /** If nothing has come for this long after the whole answer, no correction will come. */
  private static final Duration QUIET = Duration.ofSeconds(3);

  /**
   * How long nothing must come before an answer counts as incomplete, or as complete if it has no
   * known end.
   */
  private static final Duration QUITE_QUIET = Duration.ofSeconds(10);

  /** The least share of a JVM's life that a stretch must last to be measured. */
  private static final double LEAST_SHARE = 0.05;

  private final Arena arena;
  private final RunOptions options;
  private final Setting setting;

  public Round(Arena arena, RunOptions options, Setting setting) {
    this.arena = arena;
    this.options = options;
    this.setting = setting;
  }

  public Run run(Contestant contestant, int round, Backlog backlog) {
    return run(contestant, round, backlog, List.of());
  }

  /**
   * Runs a contestant with further options.
   *
   * @param further options of the contestant
   */
  public Run run(Contestant contestant, int round, Backlog backlog, List<String> further) {
    int number = arena.nextRun();
    Topics topics =
        new Topics(
            backlog.topic(),
            "alerts-" + number,
            "dead-letters-" + number,
            backlog.partitions(),
            false);
    topics.create(arena.client());
    Path folder = arena.newFolder("run-" + number);
    Path gcLog = folder.resolve("gc.log");
    String name = contestant.label() + "-" + round;
    // The recording is kept for questions that the picture does not answer, such as what allocates.
    Path recording = options.out.toAbsolutePath().resolve(name + ".jfr");
    List<String> jvm = new ArrayList<>(List.of("-Xmx" + options.heap, GcLog.option(gcLog)));
    if (options.profile) {
      // Streaming engines have deep stacks, and a truncated stack stands apart in the picture.
      jvm.add("-XX:FlightRecorderOptions=stackdepth=256");
      jvm.add("-XX:StartFlightRecording=settings=profile,dumponexit=true,filename=" + recording);
    }
    List<String> arguments = new ArrayList<>(options.arguments(contestant, setting));
    arguments.addAll(further);
    try (TopicReader reader = new TopicReader(arena.client(), topics.alerts())) {
      Saying saying = new Saying(backlog, reader);
      OptionalLong peak;
      long began = System.currentTimeMillis();
      try (ChildJvm process = arena.start(contestant, topics, jvm, arguments, folder);
          ProcessorTime cpu = new ProcessorTime(process)) {
        if (!ended(contestant, saying, process)) {
          arena.keepFolder();
          return Run.failed(contestant, round, backlog, "did not end, see " + process.log());
        }
        peak = PeakMemory.of(process.pid());
        if (!contestant.exact()) {
          return wholeOnly(contestant, round, backlog, saying, began, cpu, peak);
        }
        return measured(contestant, round, backlog, saying, began, cpu, peak, GcLog.read(gcLog));
      }
    } finally {
      draw(name, recording);
      clear(folder);
    }
  }

  private void draw(String name, Path recording) {
    if (options.profile && Files.exists(recording)) {
      new FlameGraph(name, Samples.read(recording)).write(options.out.resolve(name + ".svg"));
    }
  }

  private boolean ended(Contestant contestant, Saying saying, ChildJvm process) {
    Duration patience = Duration.ofSeconds(options.patienceSeconds);
    if (contestant.exact()) {
      boolean judged = saying.awaitAnswer(process::isAlive, patience, QUITE_QUIET);
      saying.awaitQuiet(QUIET);
      return judged;
    }
    boolean begun = saying.awaitSome(process::isAlive, patience);
    saying.awaitQuiet(QUITE_QUIET);
    return begun;
  }

  private Run measured(
      Contestant contestant,
      int round,
      Backlog backlog,
      Saying saying,
      long began,
      ProcessorTime cpu,
      OptionalLong peak,
      GcLog gc) {
    Comparison comparison = saying.compare();
    ProgressCurve curve = saying.curve();
    // Totals of the last windows are part of the answer, and may come after everything is judged.
    Point end =
        new Point(Math.max(curve.last().millis(), saying.completeMillis()), curve.last().judged());
    Point warm = curve.reaching(backlog.size() * setting.warmFrom());
    Point first = new Point(saying.firstMillis(), 0);
    Point start = new Point(began, 0);
    Point whole = new Point(end.millis(), backlog.size());
    Double speed = speed(warm, end, began);
    OptionalDouble allocation = gc.allocationPerSecond(warm.millis(), end.millis());
    return new Run(
        contestant.label(),
        round,
        backlog.size(),
        comparison.toString(),
        comparison.isRight() ? speed : null,
        comparison.isRight() ? speed(first, whole, began) : null,
        comparison.isRight() ? ProgressCurve.speed(start, whole) : null,
        speed == null ? null : processorSeconds(cpu, warm, end),
        processorSeconds(cpu, start, whole),
        orNull(peak),
        orNull(gc.largestLive()),
        allocation.isPresent() && speed != null ? allocation.getAsDouble() / speed : null,
        saying.records(),
        saying.alerts());
  }

  /** Measures only the whole run: without positions of alerts in the log there is no curve. */
  private static Run wholeOnly(
      Contestant contestant,
      int round,
      Backlog backlog,
      Saying saying,
      long began,
      ProcessorTime cpu,
      OptionalLong peak) {
    long last = saying.lastMillis();
    Point first = new Point(saying.firstMillis(), 0);
    Point start = new Point(began, 0);
    Point whole = new Point(last, backlog.size());
    return new Run(
        contestant.label(),
        round,
        backlog.size(),
        Run.NOT_EXACT,
        null,
        speed(first, whole, began),
        ProgressCurve.speed(start, whole),
        null,
        processorSeconds(cpu, start, whole),
        orNull(peak),
        null,
        null,
        saying.records(),
        saying.alerts());
  }

  /**
   * The speed between two points, if it can be told. A contestant that judges everything in one
   * batch writes all alerts at its end, so the time between two of them is close to nothing.
   */
  private static @Nullable Double speed(Point from, Point to, long began) {
    boolean told = to.millis() - from.millis() >= LEAST_SHARE * (to.millis() - began);
    return told ? ProgressCurve.speed(from, to) : null;
  }

  /** The processor seconds per million transactions. */
  private static double processorSeconds(ProcessorTime cpu, Point from, Point to) {
    double millis = cpu.at(to.millis()) - cpu.at(from.millis());
    return millis * 1e3 / Math.max(1, to.judged() - from.judged());
  }

  private static @Nullable Double orNull(OptionalLong figure) {
    return figure.isPresent() ? (double) figure.getAsLong() : null;
  }

  /** Deletes what a run wrote, unless the whole folder is kept. */
  private void clear(Path folder) {
    if (!arena.keepsFolder()) {
      Folders.delete(folder);
    }
  }
}
