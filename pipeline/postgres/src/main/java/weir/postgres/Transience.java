package weir.postgres;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.List;

/** Which failures of a database are temporary. */
final class Transience {
  /**
   * Connections (08), resources (53), operators who stop or start it (57), conflicts of
   * transactions (40), a server in recovery or read only (25), and the system's own errors (58).
   */
  private static final List<String> CLASSES = List.of("08", "25", "40", "53", "57", "58");

  private Transience() {}

  static boolean isTransient(SQLException failed) {
    if (failed instanceof SQLTransientException || failed instanceof SQLRecoverableException) {
      return true;
    }
    String state = failed.getSQLState();
    return state != null && CLASSES.stream().anyMatch(state::startsWith);
  }
}
