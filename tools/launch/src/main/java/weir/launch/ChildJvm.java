package weir.launch;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A JVM that this process started, until it ends; {@link Launch} starts it. */
public final class ChildJvm implements AutoCloseable {
  static final Charset OUTPUT = StandardCharsets.UTF_8;

  /** How long a JVM that is asked to end may take, before it is killed. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  /** What the JDK adds to the number of the signal that ended a process. */
  private static final int SIGNALS = 128;

  private final String name;
  private final ProcessBuilder builder;
  private final @Nullable Path log;
  private volatile Process process;
  private volatile boolean killed;

  ChildJvm(String name, ProcessBuilder builder, @Nullable Path log) {
    this.name = name;
    this.builder = builder;
    this.log = log;
    this.process = start();
  }

  private Process start() {
    try {
      return builder.start();
    } catch (IOException failed) {
      throw new UncheckedIOException(name + " cannot be started", failed);
    }
  }

  /** Starts it again, as it was started first, after it has ended. */
  public void restart() {
    if (process.isAlive()) {
      throw new IllegalStateException(name + " is still running");
    }
    process = start();
    killed = false;
  }

  /** What it is. */
  public String name() {
    return name;
  }

  public long pid() {
    return process.pid();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** The processor time that it has taken so far. */
  public Duration cpu() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** The processes that it started itself. */
  public List<ProcessHandle> children() {
    return process.children().toList();
  }

  /** The file with its output, or with its errors if this process reads its output. */
  public Path log() {
    return Objects.requireNonNull(log, "its output goes elsewhere");
  }

  public LastWords lastWords() {
    return LastWords.in(log());
  }

  /** Its output, if this process reads it. */
  public BufferedReader reader() {
    return process.inputReader(OUTPUT);
  }

  /** Its input. */
  public BufferedWriter writer() {
    return process.outputWriter(OUTPUT);
  }

  /** Waits for its end, and returns its exit code. */
  public int waitFor() throws InterruptedException {
    return process.waitFor();
  }

  /** Whether it ends within this time. */
  public boolean endsWithin(Duration time) throws InterruptedException {
    return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Whether it has ended with this exit code. */
  public boolean endedWith(int exitCode) {
    return !process.isAlive() && process.exitValue() == exitCode;
  }

  /** Whether it has ended although this process did not kill it. */
  public boolean endedByItself() {
    return !killed && !process.isAlive();
  }

  /** How it ended if a signal did that; it must have ended. */
  public Optional<String> signal() {
    int signal = process.exitValue() - SIGNALS;
    return signal > 0 ? Optional.of("was ended by signal " + signal) : Optional.empty();
  }

  /** Asks it to end, and does not wait. */
  public void ask() {
    process.destroy();
  }

  /** Ends it as a crash does: without a last word. */
  public void kill() throws InterruptedException {
    killed = true;
    process.destroyForcibly().waitFor();
  }

  /** Asks it to end, kills it if it takes longer than that, and kills what it started. */
  public void end(Duration patience) {
    List<ProcessHandle> descendants = process.descendants().toList();
    process.destroy();
    try {
      if (!endsWithin(patience)) {
        kill();
      }
    } catch (InterruptedException stopped) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    descendants.forEach(ProcessHandle::destroyForcibly);
  }

  /** Asks it to end, and kills it if it takes longer than a moment. */
  @Override
  public void close() {
    end(PATIENCE);
  }
}
