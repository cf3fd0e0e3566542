package weir.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import weir.failure.UnavailableException;

/** One server of a cluster; after it was killed it can be started again as it was. */
public final class ClusterProcess {
  private static final int LAST_LINES = 40;

  private final String name;
  private final ProcessBuilder builder;
  private final Path log;
  private Process process;
  private boolean killed;

  private ClusterProcess(String name, ProcessBuilder builder, Path log, Process process) {
    this.name = name;
    this.builder = builder;
    this.log = log;
    this.process = process;
  }

  static ClusterProcess start(
      String name, List<String> command, Map<String, String> environment, Path folder) {
    Path log = folder.resolve(name + ".log");
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().putAll(environment);
    builder
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    return new ClusterProcess(name, builder, log, launch(name, builder));
  }

  private static Process launch(String name, ProcessBuilder builder) {
    try {
      return builder.start();
    } catch (IOException failed) {
      throw new UnavailableException(name + " cannot be started", failed);
    }
  }

  public String name() {
    return name;
  }

  public long pid() {
    return process.pid();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** Whether it ended without being killed. */
  boolean endedByItself() {
    return !killed && !process.isAlive();
  }

  /** The processes that it started itself, such as the executors of a worker of Spark. */
  public List<ProcessHandle> children() {
    return process.children().toList();
  }

  /** The file with its output. */
  public Path log() {
    return log;
  }

  /** The end of its output. */
  public String lastWords() {
    try {
      List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    } catch (IOException unreadable) {
      return "(no log: " + unreadable + ")";
    }
  }

  /** Kills it, like a crash. */
  public void kill() throws InterruptedException {
    killed = true;
    process.destroyForcibly().waitFor();
  }

  /** Starts it again as it was started first. */
  void restart() {
    if (process.isAlive()) {
      throw new UnavailableException(name + " is still running");
    }
    process = launch(name, builder);
    killed = false;
  }

  /** Asks it to end. */
  void ask() {
    process.destroy();
  }

  /** Waits until it has ended, and kills it and what it started if that takes too long. */
  void end(long patienceSeconds) {
    List<ProcessHandle> children = process.descendants().toList();
    process.destroy();
    try {
      if (!process.waitFor(patienceSeconds, TimeUnit.SECONDS)) {
        kill();
      }
    } catch (InterruptedException stopped) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    children.forEach(ProcessHandle::destroyForcibly);
  }
}
