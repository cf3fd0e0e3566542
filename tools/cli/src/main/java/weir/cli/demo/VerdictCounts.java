package weir.cli.demo;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import weir.local.LocalPostgres;

/** How many transactions a database holds, and how many of them are suspicious. */
final class VerdictCounts implements AutoCloseable {
  private static final String COUNT =
      "select count(*), count(*) filter (where is_flagged) from transactions";

  private final Optional<LocalPostgres> postgres;
  private @Nullable Connection connection;

  VerdictCounts(Optional<LocalPostgres> postgres) {
    this.postgres = postgres;
  }

  /** In words, and in none without a database. */
  String text() {
    return postgres.map(this::text).orElse("");
  }

  private String text(LocalPostgres database) {
    try {
      Connection open = connection;
      if (open == null) {
        open = DriverManager.getConnection(database.jdbcUrl(), database.user(), "");
        connection = open;
      }
      try (Statement statement = open.createStatement();
          ResultSet row = statement.executeQuery(COUNT)) {
        row.next();
        long all = row.getLong(1);
        long suspicious = row.getLong(2);
        return String.format(
            "in PostgreSQL %,d legitimate, %,d suspicious", all - suspicious, suspicious);
      }
    } catch (SQLException noTablesYet) {
      return "nothing in PostgreSQL yet";
    }
  }

  @Override
  public void close() throws SQLException {
    Connection open = connection;
    if (open != null) {
      open.close();
    }
  }
}
