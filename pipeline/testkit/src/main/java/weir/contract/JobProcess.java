package weir.contract;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import weir.launch.ParentWatch;
import weir.local.Listening;

/** The job in a JVM of its own, started as a user starts it: by its main class and options. */
public final class JobProcess implements Job, AutoCloseable {
  private final Process process;
  private final Path output;

  private JobProcess(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /** From the classes of the test that starts it. */
  public static JobProcess start(String mainClass, List<String> options) {
    // Surefire hides the real class path of a test behind a jar of its own.
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return start(classPath, mainClass, options);
  }

  /** From other classes than the test's. */
  public static JobProcess start(String classPath, String mainClass, List<String> options) {
    Path jvmArgs = Path.of(System.getProperty("weir.jvm.args"));
    return start(jvmArgs, classPath, mainClass, options, Path.of("target"));
  }

  /**
   * From any classes, anywhere.
   *
   * @param jvmArgs file of the options that JVMs with a pipeline need
   * @param folder where what it says is kept
   */
  public static JobProcess start(
      Path jvmArgs, String classPath, String mainClass, List<String> options, Path folder) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("@" + jvmArgs);
    command.add(ParentWatch.option());
    command.add("-cp");
    command.add(classPath);
    command.add(mainClass);
    command.addAll(options);
    try {
      Path output = Files.createTempFile(folder, "job-", ".log");
      File file = output.toFile();
      return new JobProcess(
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(file).start(),
          output);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public boolean isAlive() {
    return process.isAlive();
  }

  @Override
  public String output() {
    try {
      return Files.readString(output);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** The addresses at which other machines could reach the job. */
  public List<InetSocketAddress> listensBeyondLoopback() {
    return Listening.beyondLoopback(process.toHandle());
  }

  /** Waits for the job to end by itself. */
  public int waitFor() throws InterruptedException {
    return process.waitFor();
  }

  /** Whether the job ends by itself so soon. */
  public boolean endsWithin(Duration time) throws InterruptedException {
    return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
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
