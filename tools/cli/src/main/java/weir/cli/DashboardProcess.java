package weir.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import weir.failure.UnavailableException;
import weir.launch.ParentWatch;

/** The JVM of the live page, which ends when this one does, however that comes. */
final class DashboardProcess implements AutoCloseable {
  private static final BuiltModule MODULE = new BuiltModule("dashboard", "weir.dashboard.Main");
  private static final String ADDRESS = "Live page: ";
  private static final long PATIENCE_SECONDS = 3;

  private final Process process;

  DashboardProcess(Process process) {
    this.process = process;
  }

  /** Starts a page whose output goes where this process's goes. */
  static DashboardProcess start(List<String> options) {
    return start(options, new ProcessBuilder().inheritIO());
  }

  /** Starts a page that leaves its output in a file. */
  static DashboardProcess start(List<String> options, Path log) {
    ProcessBuilder builder = new ProcessBuilder().redirectErrorStream(true);
    return start(options, builder.redirectOutput(log.toFile()));
  }

  private static DashboardProcess start(List<String> options, ProcessBuilder builder) {
    List<String> jvmOptions =
        List.of(
            "@" + BuiltModule.home().resolve(MODULE.folder()).resolve("jvm.args"),
            ParentWatch.option());
    try {
      return new DashboardProcess(builder.command(MODULE.command(jvmOptions, options)).start());
    } catch (IOException failed) {
      throw new UnavailableException("the JVM of the live page cannot be started", failed);
    }
  }

  /** Waits for the line in its log that tells where the page is; nothing if it never comes. */
  Optional<String> address(Path log, Duration patience, BooleanSupplier goOn) throws IOException {
    long end = System.nanoTime() + patience.toNanos();
    do {
      try (BufferedReader lines = Files.newBufferedReader(log, StandardCharsets.UTF_8)) {
        Optional<String> line = lines.lines().filter(each -> each.startsWith(ADDRESS)).findFirst();
        if (line.isPresent()) {
          return line;
        }
      }
    } while (process.isAlive()
        && goOn.getAsBoolean()
        && System.nanoTime() < end
        && Threads.sleep(Duration.ofMillis(100)));
    return Optional.empty();
  }

  /** Why it has ended. */
  String end(Path log) {
    String why =
        Processes.signal(process)
            .orElseGet(() -> "gave up: " + LastWords.in(log).reason().orElse("it did not say why"));
    return why + "; its log is " + log;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  int waitFor() throws InterruptedException {
    return process.waitFor();
  }

  @Override
  public void close() {
    Processes.end(process, PATIENCE_SECONDS);
  }
}
