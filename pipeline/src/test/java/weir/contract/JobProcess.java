package weir.contract;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import weir.ParentWatch;

/** The job in a JVM of its own, started as a user starts it: by its main class and options. */
public final class JobProcess implements AutoCloseable {
  private final Process process;
  private final Path output;

  private JobProcess(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  public static JobProcess start(String mainClass, List<String> options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("@" + System.getProperty("weir.jvm.args"));
    command.add(ParentWatch.option());
    command.add("-cp");
    // Surefire hides the real class path of a test behind a jar of its own.
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(mainClass);
    command.addAll(options);
    try {
      Path output = Files.createTempFile(Path.of("target"), "job-", ".log");
      File file = output.toFile();
      return new JobProcess(
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(file).start(),
          output);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** All that the job has printed so far. */
  public String output() {
    try {
      return Files.readString(output);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Waits for the job to end by itself. */
  public int waitFor() throws InterruptedException {
    return process.waitFor();
  }

  /** Ends the job as a crash does: without a last word. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    try {
      kill();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
