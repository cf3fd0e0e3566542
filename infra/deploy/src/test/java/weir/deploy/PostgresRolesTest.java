package weir.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.local.LocalPostgres;
import weir.postgres.PostgresSettings;
import weir.postgres.Schema;

/** roles.sql in a real PostgreSQL: the job can make its tables, the page can look at them. */
class PostgresRolesTest {

  @Test
  void theJobWritesAndThePageReads(@TempDir Path passwords) throws IOException, SQLException {
    // The server may run as somebody else than this test.
    Files.setPosixFilePermissions(passwords, PosixFilePermissions.fromString("rwxr-xr-x"));
    // Quotes and line ends are what goes wrong with passwords.
    Files.writeString(passwords.resolve("postgres-job-password"), "it's \"hard\"\n");
    Files.writeString(passwords.resolve("postgres-page-password"), "only to look");
    String roles =
        Infra.text("kubernetes/components/postgres/roles.sql")
            .replace("/run/secrets/", passwords + "/");
    try (LocalPostgres postgres = LocalPostgres.start()) {
      execute(postgres, postgres.user(), roles);
      assertThat(rolesWithPassword(postgres)).isEqualTo(2);

      Schema.migrate(
          new PostgresSettings(postgres.jdbcUrl(), "weir_job", "", Duration.ofSeconds(10)));

      execute(postgres, "weir_job", "update alerts set seen = seen");
      execute(postgres, "weir_page", "select * from alerts, transactions, dead_letters");
      assertThatThrownBy(() -> execute(postgres, "weir_page", "delete from alerts"))
          .hasMessageContaining("read-only");
      assertThatThrownBy(
              () ->
                  execute(
                      postgres,
                      "weir_page",
                      "set default_transaction_read_only = off",
                      "delete from alerts"))
          .hasMessageContaining("permission denied");
    }
  }

  private static int rolesWithPassword(LocalPostgres postgres) throws SQLException {
    try (Connection connection = connect(postgres, postgres.user());
        Statement statement = connection.createStatement();
        ResultSet count =
            statement.executeQuery(
                "select count(*) from pg_authid"
                    + " where rolcanlogin and rolpassword like 'SCRAM-SHA-256$%'")) {
      count.next();
      return count.getInt(1);
    }
  }

  private static void execute(LocalPostgres postgres, String user, String... statements)
      throws SQLException {
    try (Connection connection = connect(postgres, user);
        Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }

  private static Connection connect(LocalPostgres postgres, String user) throws SQLException {
    return DriverManager.getConnection(postgres.jdbcUrl(), user, "");
  }
}
