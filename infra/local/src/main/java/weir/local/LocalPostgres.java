package weir.local;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import weir.failure.UnavailableException;
import weir.local.PostgresServer.InUseException;

/**
 * A real PostgreSQL server on loopback only. Its processes end with this JVM, even if the JVM is
 * killed. A test can stop the server for a while.
 */
public final class LocalPostgres implements AutoCloseable {
  private static final int ATTEMPTS = 3;

  /** The parts of a start have limits of their own, which must come first. */
  private static final Duration TO_START = Duration.ofMinutes(4);

  private static final Duration TO_STOP = Duration.ofMinutes(2);

  /**
   * A server whose JVM was killed needs a moment to end; so does the cleanup of a killed server.
   */
  private static final Duration TO_LET_GO = Duration.ofSeconds(10);

  private static final long PAUSE_MILLIS = 100;

  /** How a server ends. */
  private interface End {
    void of(PostgresServer server) throws IOException, InterruptedException;
  }

  private final Path programs;
  private final PostgresUser user;
  private final PostgresFolder folder;
  private final int port;
  private final Thread atExit = new Thread(this::close, "postgres-exit");
  private @Nullable PostgresServer server;
  private boolean closed;

  private LocalPostgres(
      Path programs, PostgresUser user, PostgresFolder folder, int port, PostgresServer server) {
    this.programs = programs;
    this.user = user;
    this.folder = folder;
    this.port = port;
    this.server = server;
  }

  /** Starts a server on a free port; its data is deleted when it is closed. */
  public static LocalPostgres start() {
    return start(0, Optional.empty());
  }

  /** Starts a server on this port, 0 for any, with its data in this folder if there is one. */
  public static LocalPostgres start(int port, Optional<Path> data) {
    LocalPostgres postgres = apart("postgres-start", TO_START, () -> startHere(port, data));
    try {
      Runtime.getRuntime().addShutdownHook(postgres.atExit);
      return postgres;
    } catch (IllegalStateException atTheEnd) {
      postgres.close();
      throw new UnavailableException(
          "this process is ending: no more PostgreSQL servers are started");
    }
  }

  private static LocalPostgres startHere(int wanted, Optional<Path> data)
      throws IOException, InterruptedException {
    Ports first = Ports.free(wanted);
    Path programs = PostgresPrograms.unpacked();
    PostgresUser user = PostgresUser.here();
    PostgresPrograms.check(programs, user);
    PostgresFolder folder = PostgresFolder.open(data);
    boolean started = false;
    try {
      folder.prepare(programs, user, PostgresDatabase.USER);
      int port = first.clients();
      for (int attempt = 1; ; attempt++) {
        try {
          PostgresServer server = launch(programs, user, folder, port);
          started = true;
          return new LocalPostgres(programs, user, folder, port, server);
        } catch (UnavailableException failed) {
          // Another process may take the port after we looked and before PostgreSQL uses it.
          if (attempt == ATTEMPTS || !isForThePort(failed)) {
            throw failed;
          }
          port = Ports.free(wanted).clients();
        }
      }
    } finally {
      if (!started) {
        folder.close();
      }
    }
  }

  private static boolean isForThePort(UnavailableException failed) {
    return String.valueOf(failed.getMessage()).contains("could not create any TCP/IP sockets");
  }

  private static PostgresServer launch(
      Path programs, PostgresUser user, PostgresFolder folder, int port)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + TO_LET_GO.toNanos();
    while (true) {
      try {
        return PostgresServer.start(programs, user, folder, port);
      } catch (InUseException another) {
        if (System.nanoTime() > end) {
          throw new UnavailableException(
              "the data folder " + folder.path() + " is in use by another PostgreSQL", another);
        }
      }
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }
  }

  public String jdbcUrl() {
    return PostgresDatabase.url(port);
  }

  /** The user who may do everything, without a password. */
  public String user() {
    return PostgresDatabase.USER;
  }

  public int port() {
    return port;
  }

  /** Stops the server until {@link #restart}, without waiting for its clients. */
  public synchronized void stop() {
    end("postgres-stop", PostgresServer::stop);
  }

  /** Kills the server, as a crash would: what it has not written to disk is lost. */
  public synchronized void kill() {
    end("postgres-kill", PostgresServer::kill);
  }

  private void end(String name, End end) {
    PostgresServer running = server;
    if (running != null) {
      server = null;
      apart(
          name,
          TO_STOP,
          () -> {
            end.of(running);
            return running;
          });
    }
  }

  /** Starts the server again on the same port and data; stops it first if it runs. */
  public synchronized void restart() {
    if (closed) {
      throw new UnavailableException("this PostgreSQL is closed");
    }
    stop();
    server =
        apart(
            "postgres-start",
            TO_START,
            () -> launch(programs, user, folder, Ports.free(port).clients()));
  }

  /** Stops the server; data in a temporary folder is deleted. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException atTheEnd) {
      // The JVM is shutting down and may itself have called this.
    }
    try {
      stop();
    } finally {
      folder.close();
    }
  }

  /** The waiting thread may be interrupted; the server's work must not be. */
  private static <T> T apart(String name, Duration patience, Callable<T> work) {
    try {
      return OwnThread.call(name, patience, work);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof UnavailableException told) {
        throw told;
      }
      throw new UnavailableException(
          "PostgreSQL cannot be started or stopped: " + failed.getCause(), failed.getCause());
    } catch (TimeoutException failed) {
      throw new UnavailableException(name + " does not finish", failed);
    }
  }
}
