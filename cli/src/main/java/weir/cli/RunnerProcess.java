package weir.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import weir.local.LocalServerException;

/** The JVM of a pipeline, which ends when this one does, however that comes. */
final class RunnerProcess implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 3;

  private final Process process;

  private RunnerProcess(Process process) {
    this.process = process;
  }

  /** Starts a pipeline whose output goes where this process's goes. */
  static RunnerProcess start(Engine engine, List<String> options) {
    return start(engine, options, new ProcessBuilder().inheritIO());
  }

  /** Starts a pipeline that leaves its output and its temporary files in a folder. */
  static RunnerProcess start(Engine engine, List<String> options, Path folder) {
    ProcessBuilder builder = new ProcessBuilder();
    builder.redirectErrorStream(true).redirectOutput(log(folder).toFile());
    return start(engine, options, builder, "-Djava.io.tmpdir=" + folder);
  }

  static Path log(Path folder) {
    return folder.resolve("pipeline.log");
  }

  private static RunnerProcess start(
      Engine engine, List<String> options, ProcessBuilder builder, String... jvmOptions) {
    Path home = home();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("@" + home.resolve("runners").resolve("jvm.args"));
    command.add("-Dweir.parent=" + ProcessHandle.current().pid());
    command.addAll(List.of(jvmOptions));
    command.add("-cp");
    command.add(engine.classPath(home));
    command.add(engine.mainClass());
    command.addAll(options);
    try {
      return new RunnerProcess(builder.command(command).start());
    } catch (IOException failed) {
      throw new LocalServerException("the pipeline's JVM cannot be started", failed);
    }
  }

  /** The folder of this checkout, which the script tells. */
  static Path home() {
    return Path.of(System.getProperty("weir.home", ".")).toAbsolutePath().normalize();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** The processor time it has taken so far. */
  Duration cpu() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  long pid() {
    return process.pid();
  }

  /** How it ended, where it did; a process that was killed failed like any other. */
  int exitCode() {
    return process.isAlive() || process.exitValue() != 2 ? 1 : 2;
  }

  int waitFor() throws InterruptedException {
    return process.waitFor();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException stopped) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
