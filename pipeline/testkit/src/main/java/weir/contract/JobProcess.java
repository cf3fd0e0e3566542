package weir.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import weir.launch.ChildJvm;
import weir.launch.Launch;
import weir.local.Listening;

/** The job in a JVM of its own, started as a user starts it: by its main class and options. */
public final class JobProcess implements Job, AutoCloseable {
  private final ChildJvm jvm;

  private JobProcess(ChildJvm jvm) {
    this.jvm = jvm;
  }

  /** Starts a job with the class path of the test. */
  public static JobProcess start(String mainClass, List<String> options) {
    return start(Launch.theseClasses(), mainClass, options);
  }

  /** Starts a job with another class path than the test's. */
  public static JobProcess start(String classPath, String mainClass, List<String> options) {
    List<String> jvm = new ArrayList<>();
    jvm.add("@" + System.getProperty("weir.jvm.args"));
    jvm.addAll(List.of(System.getProperty("weir.job.jvm").split(" ")));
    return start(jvm, classPath, mainClass, options, Path.of("target"));
  }

  /**
   * Starts a job with any class path, in any place.
   *
   * @param jvmArgs the file with the options that a JVM with a pipeline needs
   * @param folder where the job's output is kept
   */
  public static JobProcess start(
      Path jvmArgs, String classPath, String mainClass, List<String> options, Path folder) {
    return start(List.of("@" + jvmArgs), classPath, mainClass, options, folder);
  }

  private static JobProcess start(
      List<String> jvm, String classPath, String mainClass, List<String> options, Path folder) {
    try {
      return new JobProcess(
          Launch.of("the job", classPath, mainClass)
              .jvm(jvm)
              .arguments(options)
              .logTo(Files.createTempFile(folder, "job-", ".log")));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public boolean isAlive() {
    return jvm.isAlive();
  }

  @Override
  public String output() {
    try {
      return Files.readString(jvm.log());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** The addresses at which other machines could reach the job. */
  public List<InetSocketAddress> listensBeyondLoopback() {
    return Listening.beyondLoopback(ProcessHandle.of(jvm.pid()).orElseThrow());
  }

  /** Waits for the job to end by itself. */
  public int waitFor() throws InterruptedException {
    return jvm.waitFor();
  }

  /** Whether the job ends by itself within this time. */
  public boolean endsWithin(Duration time) throws InterruptedException {
    return jvm.endsWithin(time);
  }

  /** Kills the job, as a crash would. */
  public void kill() throws InterruptedException {
    jvm.kill();
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
