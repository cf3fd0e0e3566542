package weir.dashboard.store;

import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import weir.failure.DatabaseRefusal;

/** Why the database gives no answer, in words that go on from its name. */
public final class Trouble {
  private static final String FORBIDDEN = "42501";
  private static final String TOO_LONG = "57014";

  private Trouble() {}

  /** Whether the database is there, and only this query is too much for it, or not allowed. */
  public static boolean isOfOneQuery(SQLException failed) {
    String state = state(failed);
    return state.equals(FORBIDDEN) || state.equals(TOO_LONG);
  }

  public static String of(SQLException failed) {
    String state = state(failed);
    Optional<String> refusal = DatabaseRefusal.of(failed);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    if (state.startsWith("28")) {
      return "refuses the user: check --jdbcUser and --jdbcPasswordFile";
    }
    return switch (state) {
      case "3D000" -> "has no such database: check --jdbcUrl";
      case "42P01" -> "has no tables yet: the pipeline creates them";
      case FORBIDDEN -> "does not let its user read: grant it the role weir_reader";
      case TOO_LONG -> "takes too long to answer";
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
