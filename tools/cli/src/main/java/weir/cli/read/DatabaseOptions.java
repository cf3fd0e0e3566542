package weir.cli.read;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import weir.command.PasswordFile;
import weir.command.Values;
import weir.failure.DatabaseRefusal;
import weir.failure.MisuseException;
import weir.failure.UnavailableException;

/** Where the database with a job's answers is. */
final class DatabaseOptions {
  private static final String POSTGRES = "jdbc:postgresql:";

  @Option(
      names = {"--jdbcUrl", "--jdbc-url"},
      paramLabel = "URL",
      defaultValue = "jdbc:postgresql://127.0.0.1:5432/weir",
      description = "With --live: PostgreSQL (default: ${DEFAULT-VALUE}).")
  String url = "";

  @Option(
      names = {"--jdbcUser", "--jdbc-user"},
      paramLabel = "USER",
      defaultValue = "weir",
      description = "With --live: its user (default: ${DEFAULT-VALUE}).")
  String user = "";

  @Option(
      names = {"--jdbcPasswordFile", "--jdbc-password-file"},
      paramLabel = "FILE",
      converter = Values.OldFile.class,
      description = "With --live: file with the user's password.")
  @Nullable Path passwordFile;

  Connection connect() {
    if (!url.startsWith(POSTGRES)) {
      throw new MisuseException("--jdbcUrl: found '" + url + "', expected " + POSTGRES + "//...");
    }
    try {
      return DriverManager.getConnection(url, user, PasswordFile.read(passwordFile));
    } catch (SQLException failed) {
      throw unavailable(failed);
    }
  }

  UnavailableException unavailable(SQLException failed) {
    String why = String.valueOf(failed.getMessage()).lines().findFirst().orElse("");
    return new UnavailableException(
        "the database at "
            + url
            + " "
            + DatabaseRefusal.of(failed).orElseGet(() -> "cannot be asked: " + why),
        failed);
  }
}
