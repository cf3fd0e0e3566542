package weir.cli.serve;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import weir.command.Values;
import weir.local.LocalPostgres;

/** Starts a PostgreSQL server on this machine. */
@Command(
    name = "postgres",
    description = "Starts a real PostgreSQL on loopback, with a database for Weir, until Ctrl-C.",
    footer = {"", "  ./weir postgres --port=5432 --data=postgres-data"})
public final class PostgresCommand implements Callable<Integer> {
  @Spec @Nullable CommandSpec spec;

  @Option(
      names = "--port",
      converter = Values.Port.class,
      defaultValue = "5432",
      description = "Port for clients, 0 for any (default: ${DEFAULT-VALUE}).")
  int port;

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description = "Where the data is kept (default: a temporary folder).")
  @Nullable Path data;

  @Override
  public Integer call() throws InterruptedException {
    // It stops by itself when this process ends.
    LocalPostgres postgres = LocalPostgres.start(port, Optional.ofNullable(data));
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    out.println(
        "PostgreSQL at " + postgres.jdbcUrl() + ", user " + postgres.user() + ", Ctrl-C ends it");
    out.flush();
    new CountDownLatch(1).await();
    return 0;
  }
}
