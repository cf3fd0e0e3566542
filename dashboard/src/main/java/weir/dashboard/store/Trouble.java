package weir.dashboard.store;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Why the database gives no answer, in words that go on from its name. */
public final class Trouble {
  private Trouble() {}

  public static String of(SQLException failed) {
    String state = state(failed);
    if (state.startsWith("28")) {
      return "refuses the user: check --jdbcUser and --jdbcPasswordFile";
    }
    return switch (state) {
      case "3D000" -> "has no such database: check --jdbcUrl";
      case "42P01" -> "has no tables yet: the pipeline creates them";
      case "42501" -> "does not let its user read: grant it the role weir_reader";
      case "57014" -> "takes too long to answer";
      default -> "does not answer";
    };
  }

  /** The pool's own exception has the one that says more as its cause. */
  private static String state(SQLException failed) {
    String state = "";
    for (@Nullable Throwable each = failed; each != null; each = each.getCause()) {
      if (each instanceof SQLException told && told.getSQLState() != null) {
        state = told.getSQLState();
      }
    }
    return state;
  }
}
