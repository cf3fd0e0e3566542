package weir.backtest.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import weir.command.ClusterMasters;
import weir.command.EngineOptions;
import weir.failure.MisuseException;
import weir.failure.UnavailableException;
import weir.launch.ChildJvm;
import weir.launch.Engine;
import weir.launch.LastWords;
import weir.launch.Launch;

/** Jobs that judge a lake on an engine, one after the other, each in a JVM of its own. */
public final class Job {
  private static final Duration LOOK = Duration.ofMillis(200);
  private static final int MISUSE = 2;

  private final Engine engine;
  private final EngineOptions options;
  private final Input input;

  /**
   * The lake that is judged.
   *
   * @param topics that of its transactions, and that of its labels if there is one
   */
  public record Input(String lake, List<String> topics) {
    public Input {
      topics = List.copyOf(topics);
    }
  }

  /** Hears that a job is still at work. */
  @FunctionalInterface
  public interface Progress {
    void at();
  }

  public Job(Engine engine, EngineOptions options, Input input) {
    this.engine = engine;
    this.options = options;
    this.input = input;
  }

  /**
   * Lets a job judge the lake by the rules of a side, and waits for its end.
   *
   * @param output the lake that it leaves
   * @return false if it was stopped before
   */
  public boolean run(FixedSide side, String output, Progress progress, BooleanSupplier stopped)
      throws InterruptedException {
    Optional<Path> jar = Engine.jobJar();
    if (jar.isPresent()) {
      ClusterMasters.of(options.ofPipeline()).check();
    }
    Path folder = temporary();
    Path notices = folder.resolve("judge-by.json");
    write(notices, side.notices().write());
    // By its name it is found in a cluster, where it would go on.
    String name = "weir-backtest-" + ProcessHandle.current().pid() + "-" + System.nanoTime();
    Launch launch = jar.map(engine::submit).orElseGet(engine::pipeline);
    launch.jvm(options.ofJvm()).arguments(arguments(side, notices, output, name));
    try (ChildJvm job = launch.logTo(folder.resolve("job.log"))) {
      while (!job.endsWithin(LOOK)) {
        if (stopped.getAsBoolean()) {
          if (jar.isPresent() && options.flinkMaster != null) {
            FlinkJobs.cancel(options.flinkMaster, name);
          }
          return false;
        }
        progress.at();
      }
      if (!job.endedWith(0)) {
        // An interrupt from the terminal reaches the job as well.
        if (stopped.getAsBoolean()) {
          return false;
        }
        throw failure(side, job);
      }
    }
    return true;
  }

  private List<String> arguments(FixedSide side, Path notices, String output, String name) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--inputLake=" + input.lake(),
                "--inputTopic=" + input.topics().get(0),
                "--judgeBy=" + notices,
                "--lake=" + output,
                "--jobName=" + name));
    if (side.side().charter().labels() && input.topics().size() > 1) {
      arguments.add("--labelTopic=" + input.topics().get(1));
    }
    arguments.addAll(options.ofPipeline());
    return arguments;
  }

  /** Why it ended; its log stays. */
  private static RuntimeException failure(FixedSide side, ChildJvm job) {
    LastWords words = job.lastWords();
    String reason =
        job.signal().orElseGet(() -> "gave up: " + words.reason().orElseGet(words::text));
    String sentence = "the job that judges by " + side.name() + " " + reason;
    return job.endedWith(MISUSE)
        ? new MisuseException(sentence)
        : new UnavailableException(sentence + "; its log is " + job.log());
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("weir-backtest-job");
    } catch (IOException failed) {
      throw new UnavailableException("no room for a job: " + failed.getMessage(), failed);
    }
  }

  private static void write(Path file, byte[] content) {
    try {
      Files.write(file, content);
    } catch (IOException failed) {
      throw new UnavailableException(file + " cannot be written: " + failed.getMessage(), failed);
    }
  }
}
