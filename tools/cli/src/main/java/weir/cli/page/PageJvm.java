package weir.cli.page;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import weir.launch.BuiltModule;
import weir.launch.ChildJvm;
import weir.launch.Launch;
import weir.launch.Threads;

/** How the JVM of the live page is started, and what its log tells. */
public final class PageJvm {
  private static final BuiltModule MODULE = new BuiltModule("dashboard", "weir.dashboard.Main");
  private static final BuiltModule USERS =
      new BuiltModule("dashboard", "weir.dashboard.users.Main");
  private static final String ADDRESS = "Live page: ";

  private PageJvm() {}

  public static Launch with(List<String> options) {
    return MODULE
        .launch("the JVM of the live page")
        .jvm("@" + BuiltModule.home().resolve(MODULE.folder()).resolve("jvm.args"))
        .arguments(options);
  }

  /** The JVM that makes and changes accounts, with the command line that names this. */
  public static Launch users(List<String> typed) {
    return USERS
        .launch("the JVM of accounts")
        .jvm(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Dfile.encoding=UTF-8",
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=error")
        .arguments(typed);
  }

  /** Waits for the line in its log that tells where the page is; nothing if it never comes. */
  public static Optional<String> address(ChildJvm page, Duration patience, BooleanSupplier goOn)
      throws IOException {
    long end = System.nanoTime() + patience.toNanos();
    do {
      try (BufferedReader lines = Files.newBufferedReader(page.log(), StandardCharsets.UTF_8)) {
        Optional<String> line = lines.lines().filter(each -> each.startsWith(ADDRESS)).findFirst();
        if (line.isPresent()) {
          return line;
        }
      }
    } while (page.isAlive()
        && goOn.getAsBoolean()
        && System.nanoTime() < end
        && Threads.sleep(Duration.ofMillis(100)));
    return Optional.empty();
  }

  /** Why it has ended. */
  public static String end(ChildJvm page) {
    String why =
        page.signal()
            .orElseGet(() -> "gave up: " + page.lastWords().reason().orElse("it did not say why"));
    return why + "; its log is " + page.log();
  }
}
