package weir.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import weir.ParentWatch;
import weir.local.LocalServerException;

/** The JVM of a pipeline, which ends when this one does, however that comes. */
public final class RunnerProcess implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 3;

  private final Process process;

  private RunnerProcess(Process process) {
    this.process = process;
  }

  /** Starts a pipeline whose output goes where this process's goes. */
  static RunnerProcess start(Engine engine, List<String> options) {
    return start(engine.module(), List.of(), options, new ProcessBuilder().inheritIO());
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
    return start(module, all, options, builder);
  }

  public static Path log(Path folder) {
    return folder.resolve("pipeline.log");
  }

  private static RunnerProcess start(
      BuiltModule module, List<String> jvmOptions, List<String> options, ProcessBuilder builder) {
    List<String> all = new ArrayList<>();
    all.add("@" + BuiltModule.home().resolve("runners").resolve("jvm.args"));
    all.add(ParentWatch.option());
    all.addAll(jvmOptions);
    try {
      return new RunnerProcess(builder.command(module.command(all, options)).start());
    } catch (IOException failed) {
      throw new LocalServerException("the pipeline's JVM cannot be started", failed);
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

  /** How it ended, where it did; a process that was killed failed like any other. */
  int exitCode() {
    return process.isAlive() || process.exitValue() != 2 ? 1 : 2;
  }

  int waitFor() throws InterruptedException {
    return process.waitFor();
  }

  @Override
  public void close() {
    Processes.end(process, PATIENCE_SECONDS);
  }
}
