package weir.postgres;

import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import weir.failure.DatabaseRefusal;
import weir.failure.UnavailableException;

/** Creates the tables, or migrates those of an older version. */
public final class Schema {
  private static final String SCRIPTS = "classpath:weir/postgres";

  private Schema() {}

  /** Throws {@link UnavailableException} with one sentence if that cannot be. */
  public static void migrate(PostgresSettings settings) {
    try {
      Flyway.configure()
          .dataSource(settings.url(), settings.user(), settings.password())
          .locations(SCRIPTS)
          .table("weir_schema_history")
          // A database with other tables gets Weir's tables beside them.
          .baselineOnMigrate(true)
          .baselineVersion("0")
          .configuration(Map.of("flyway.postgresql.transactional.lock", "false"))
          .load()
          .migrate();
    } catch (FlywayException failed) {
      throw new UnavailableException(
          "the database at "
              + settings.place()
              + " "
              + DatabaseRefusal.of(failed).orElseGet(() -> "cannot be used: " + reason(failed)),
          failed);
    }
  }

  private static String reason(Throwable failed) {
    Throwable root = failed;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage()).lines().findFirst().orElse("");
  }
}
