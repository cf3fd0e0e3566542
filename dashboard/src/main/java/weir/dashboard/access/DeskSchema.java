package weir.dashboard.access;

import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import weir.dashboard.store.DatabaseSettings;
import weir.failure.DatabaseRefusal;
import weir.failure.UnavailableException;

/** The desk's own tables, in a schema of their own; those of the pipeline are never touched. */
public final class DeskSchema {
  static final String NAME = "desk";

  private DeskSchema() {}

  /** Makes them, or migrates those of an older version. */
  public static void migrate(DatabaseSettings settings) {
    try {
      Flyway.configure()
          .dataSource(settings.url(), settings.user(), settings.password())
          .locations("classpath:weir/dashboard/desk")
          .schemas(NAME)
          .table("schema_history")
          .configuration(Map.of("flyway.postgresql.transactional.lock", "false"))
          .load()
          .migrate();
    } catch (FlywayException failed) {
      throw new UnavailableException(
          DatabaseRefusal.of(failed)
              .map(refusal -> "the database at " + settings.url() + " " + refusal)
              .orElseGet(
                  () ->
                      "the tables of the desk cannot be made in the database at "
                          + settings.url()
                          + ": "
                          + reason(failed)),
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
