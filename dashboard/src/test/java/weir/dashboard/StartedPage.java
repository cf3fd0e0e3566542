package weir.dashboard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A page in a JVM of its own, which is killed when it is closed. */
final class StartedPage implements AutoCloseable {
  private final Process process;
  private final Path screen;

  private StartedPage(Process process, Path screen) {
    this.process = process;
    this.screen = screen;
  }

  /** A page over what stands on this stage; it knows of the accounts when this returns. */
  static StartedPage over(DeskStage stage, Path folder) throws Exception {
    Path screen = folder.resolve("screen");
    Process process =
        Program.of(
                List.of(
                    "--port=0",
                    "--bootstrapServers=" + stage.kafka.bootstrapServers(),
                    "--jdbcUrl=" + stage.postgres.jdbcUrl(),
                    "--jdbcUser=" + PostgresStage.READER))
            .redirectOutput(screen.toFile())
            .start();
    StartedPage page = new StartedPage(process, screen);
    boolean knows = false;
    try {
      page.awaitAccounts();
      knows = true;
      return page;
    } finally {
      if (!knows) {
        page.close();
      }
    }
  }

  private void awaitAccounts() throws Exception {
    Waiting.until("it is up", () -> Files.readString(screen).contains("Live page: "));
    Person anybody = stranger();
    Waiting.until(
        "it knows of accounts", () -> anybody.get("/api/me").body().contains("\"accounts\":true"));
  }

  /** Somebody who has not signed in. */
  Person stranger() throws IOException {
    return new Person(Files.readString(screen).replaceFirst("(?s).*Live page: (\\S+).*", "$1"));
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
