package weir.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import weir.local.LocalKafka;
import weir.local.LocalPostgres;

/** The live page of a demo. */
final class DemoPage implements AutoCloseable {
  private static final Duration TO_START = Duration.ofSeconds(15);
  private static final String READER = "weir_page";

  private final DashboardProcess process;
  private final Path log;

  /** Starts the page; a demo goes on without one that cannot be. */
  DemoPage(LocalKafka kafka, Optional<LocalPostgres> postgres, int port, Path folder) {
    log = folder.resolve("dashboard.log");
    List<String> options = new ArrayList<>();
    options.add("--bootstrapServers=" + kafka.bootstrapServers());
    if (port >= 0) {
      options.add("--port=" + port);
    }
    postgres.ifPresent(
        database -> {
          options.add("--jdbcUrl=" + database.jdbcUrl());
          options.add("--jdbcUser=" + reader(database));
        });
    process = DashboardProcess.start(options, log);
  }

  /** The user of the page may only read: the demo's database is new, and has no roles yet. */
  private static String reader(LocalPostgres database) {
    try (Connection connection =
            DriverManager.getConnection(database.jdbcUrl(), database.user(), "");
        Statement statement = connection.createStatement()) {
      statement.execute("create role weir_reader nologin");
      statement.execute("create role " + READER + " login in role weir_reader");
      return READER;
    } catch (SQLException kept) {
      return database.user();
    }
  }

  /** One line: where the page is, or why there is none. */
  String address() throws IOException {
    return process.address(log, TO_START).orElse("No live page: its log is " + log);
  }

  @Override
  public void close() {
    process.close();
  }
}
