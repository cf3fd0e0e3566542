package weir.backtest.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import weir.command.ClusterMasters;
import weir.command.EngineOptions;
import weir.failure.MisuseException;
import weir.failure.UnavailableException;
import weir.launch.ChildJvm;
import weir.launch.LastWords;
import weir.launch.Launch;

/** Jobs that judge a lake on an engine, one after the other, each in a JVM of its own. */
public final class Job {
  private static final Duration LOOK = Duration.ofMillis(200);
  private static final int MISUSE = 2;
  private static final String SHARDS = "--lakeShards";

  private final Supplier<Launch> pipeline;
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

  /**
   * Jobs of an engine.
   *
   * @param pipeline how the JVM of a job is started
   */
  public Job(Supplier<Launch> pipeline, EngineOptions options, Input input) {
    this.pipeline = pipeline;
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
    Path folder = temporary();
    Path notices = folder.resolve("judge-by.json");
    Path log = folder.resolve("job.log");
    write(notices, side.notices().write());
    // By its name it is found in a cluster, where it would go on.
    String name = "weir-backtest-" + ProcessHandle.current().pid() + "-" + System.nanoTime();
    try (ChildJvm job =
        pipeline
            .get()
            .jvm(options.ofJvm())
            .arguments(arguments(side, notices, output, name))
            .logTo(log)) {
      while (!job.endsWithin(LOOK)) {
        if (stopped.getAsBoolean()) {
          break;
        }
        progress.at();
      }
      boolean ended = job.endedWith(0);
      if (!ended) {
        cancel(name);
        // An interrupt from the terminal reaches the job as well.
        if (!stopped.getAsBoolean()) {
          throw failure(side, job);
        }
      }
      delete(notices, log, folder);
      return ended;
    }
  }

  /** In a cluster of Flink a job goes on when the JVM that submitted it has ended. */
  private void cancel(String name) throws InterruptedException {
    for (String master : ClusterMasters.of(options.ofPipeline()).addresses()) {
      if (options.flinkMaster != null) {
        FlinkJobs.cancel(master, name);
      }
    }
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
    List<String> ofPipeline = options.ofPipeline();
    if (ofPipeline.stream().noneMatch(each -> each.startsWith(SHARDS))) {
      // Flink takes what goes into a file as one element of its sort, whose buffers are small.
      arguments.add(SHARDS + "=32");
    }
    arguments.addAll(ofPipeline);
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

  private static void delete(Path... files) {
    try {
      for (Path each : files) {
        Files.deleteIfExists(each);
      }
    } catch (IOException failed) {
      throw new UnavailableException(
          "the files of a job cannot be deleted: " + failed.getMessage(), failed);
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
