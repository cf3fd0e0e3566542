package weir.cli;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import weir.cluster.Distribution;
import weir.failure.UnavailableException;
import weir.launch.ParentWatch;

/** The JVM of a pipeline, which ends when this one does, however that comes. */
public final class RunnerProcess implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 3;

  private final Process process;

  private RunnerProcess(Process process) {
    this.process = process;
  }

  /** Starts a pipeline whose output goes where this process's goes. */
  static RunnerProcess start(Engine engine, List<String> jvmOptions, List<String> options) {
    List<String> command = engine.module().command(jvm(jvmOptions), options);
    return start(command, new ProcessBuilder().inheritIO());
  }

  /** What a pipeline on this engine says of its options. */
  static String help(Engine engine) {
    List<String> command = engine.module().command(jvm(List.of()), List.of("--help"));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failed) {
      throw new UnavailableException("the pipeline's JVM cannot be started", failed);
    }
  }

  /** Starts what submits a job to a cluster, from the classes that the cluster will have. */
  static RunnerProcess submit(
      Engine engine, Path jobJar, List<String> jvmOptions, List<String> options) {
    String provided = Distribution.of(engine.folder(), BuiltModule.home()).classPath();
    List<String> all = new ArrayList<>(options);
    all.add("--filesToStage=" + jobJar);
    List<String> command =
        BuiltModule.command(
            jobJar + File.pathSeparator + provided,
            engine.module().mainClass(),
            jvm(jvmOptions),
            all);
    return start(command, new ProcessBuilder().inheritIO());
  }

  /** Starts a pipeline that leaves its output and its temporary files in a folder. */
  static RunnerProcess start(Engine engine, List<String> options, Path folder) {
    return start(engine.module(), List.of(), options, folder);
  }

  /** The same for any module that is started as an engine's is. */
  public static RunnerProcess start(
      BuiltModule module, List<String> jvmOptions, List<String> options, Path folder) {
    ProcessBuilder builder = new ProcessBuilder();
    builder.redirectErrorStream(true).redirectOutput(log(folder).toFile());
    List<String> all = new ArrayList<>(jvmOptions);
    all.add("-Djava.io.tmpdir=" + folder);
    return start(module.command(jvm(all), options), builder);
  }

  public static Path log(Path folder) {
    return folder.resolve("pipeline.log");
  }

  private static List<String> jvm(List<String> options) {
    List<String> all = new ArrayList<>();
    all.add("@" + BuiltModule.home().resolve("runners").resolve("jvm.args"));
    all.add(ParentWatch.option());
    all.addAll(options);
    return all;
  }

  private static RunnerProcess start(List<String> command, ProcessBuilder builder) {
    try {
      return new RunnerProcess(builder.command(command).start());
    } catch (IOException failed) {
      throw new UnavailableException("the pipeline's JVM cannot be started", failed);
    }
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** The processor time it has taken so far. */
  public Duration cpu() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  public long pid() {
    return process.pid();
  }

  /** Says why it ended, and keeps the log, where the rest of that is. */
  void tellEnd(WorkFolder folder, PrintWriter err) {
    folder.keep();
    Path log = log(folder.path());
    LastWords words = LastWords.in(log);
    if (words.reason().isEmpty()) {
      words.end().forEach(err::println);
    }
    err.println(
        "weir: the pipeline (process "
            + pid()
            + ") "
            + Processes.signal(process)
                .orElse(words.reason().map(reason -> "gave up: " + reason).orElse("gave up")));
    err.println("weir: its log is " + log);
    err.flush();
  }

  /** Whether it ended because its options cannot be followed. */
  boolean wasMisused() {
    return !process.isAlive() && process.exitValue() == CommandLine.ExitCode.USAGE;
  }

  int waitFor() throws InterruptedException {
    return process.waitFor();
  }

  @Override
  public void close() {
    Processes.end(process, PATIENCE_SECONDS);
  }
}
