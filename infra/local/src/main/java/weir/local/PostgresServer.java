package weir.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import weir.failure.UnavailableException;

/** One run of a PostgreSQL server, from its start to its end. */
final class PostgresServer {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);
  private static final Duration TO_SERVE = Duration.ofSeconds(60);
  private static final Duration TO_STOP = Duration.ofSeconds(60);
  private static final Duration TO_DIE = Duration.ofSeconds(10);
  private static final long PAUSE_MILLIS = 25;

  /**
   * Ties the server's life to its standard input, which ends when this JVM closes it or is killed.
   * Then a small shell beside the server asks it for a fast shutdown. A line on the input makes
   * that shell leave. Because the server takes the place of the first shell, $$ is the server's
   * process.
   */
  private static final String TIED =
      """
      exec 3<&0
      ( { read -r leave <&3 || kill -INT $$; } >/dev/null 2>&1 & )
      exec "$@" </dev/null 3<&-
      """;

  private final Process process;
  private final PostgresFolder folder;

  private PostgresServer(Process process, PostgresFolder folder) {
    this.process = process;
    this.folder = folder;
  }

  /** The last server with this data, or one of its processes, is still running. */
  static final class InUseException extends Exception {
    private static final long serialVersionUID = 1L;
  }

  /** Starts a server on prepared data, and returns when it serves. */
  static PostgresServer start(Path programs, PostgresUser user, PostgresFolder folder, int port)
      throws IOException, InterruptedException, InUseException {
    List<String> command = new ArrayList<>(List.of("sh", "-c", TIED, "weir-postgres"));
    command.add(programs.resolve("postgres").toString());
    command.addAll(List.of("-D", folder.data().toString()));
    settings(port).forEach(setting -> command.addAll(List.of("-c", setting)));
    PostgresLog log = PostgresLog.since(folder.log());
    Process process =
        Commands.of(user.command(command))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.log().toFile()))
            .start();
    PostgresServer server = new PostgresServer(process, folder);
    boolean serves = false;
    try {
      server.awaitService(port, log);
      serves = true;
      return server;
    } finally {
      if (!serves) {
        server.stop();
      }
    }
  }

  private static List<String> settings(int port) {
    return List.of(
        "port=" + port,
        "listen_addresses=" + Ports.HOST,
        "unix_socket_directories=",
        "max_connections=100",
        "shared_buffers=128MB");
  }

  private void awaitService(int port, PostgresLog log)
      throws IOException, InterruptedException, InUseException {
    long end = System.nanoTime() + TO_SERVE.toNanos();
    while (true) {
      boolean runs = process.isAlive();
      if (!runs
          && (log.contains("\"postmaster.pid\" already exists")
              || log.contains("is still in use"))) {
        throw new InUseException();
      }
      if (!runs) {
        throw new UnavailableException(
            "PostgreSQL cannot start with its data in " + folder.path() + ": " + log.end());
      }
      try {
        PostgresDatabase.ensure(port, folder.data());
        return;
      } catch (SQLException notYet) {
        if (System.nanoTime() > end) {
          throw new UnavailableException(
              "PostgreSQL does not serve with its data in " + folder.path() + ": " + log.end(),
              notYet);
        }
      }
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }
  }

  /** Stops the server cleanly, without waiting for its clients. */
  void stop() throws IOException, InterruptedException {
    if (!process.isAlive()) {
      // The server ended by itself, and its process id may be another process's by now.
      sendTheShellAway();
      return;
    }
    process.getOutputStream().close();
    if (!process.waitFor(TO_STOP.toSeconds(), TimeUnit.SECONDS)) {
      LOG.warn("PostgreSQL did not stop cleanly, see its log {}", folder.log());
      kill();
    }
  }

  /** Kills all processes of the server at once, like a crash of the machine. */
  void kill() throws IOException, InterruptedException {
    if (process.isAlive()) {
      sendTheShellAway();
      // If su or a similar program stands in between, the server is not the process started here.
      List<ProcessHandle> all =
          Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
      all.forEach(ProcessHandle::destroyForcibly);
      long end = System.nanoTime() + TO_DIE.toNanos();
      while (all.stream().anyMatch(ProcessHandle::isAlive) && System.nanoTime() < end) {
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      }
    }
  }

  private void sendTheShellAway() {
    try {
      process.getOutputStream().write("\n".getBytes(StandardCharsets.US_ASCII));
      process.getOutputStream().close();
    } catch (IOException gone) {
      LOG.debug("the shell beside PostgreSQL went before", gone);
    }
  }
}
