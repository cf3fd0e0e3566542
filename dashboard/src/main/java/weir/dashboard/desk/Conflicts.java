package weir.dashboard.desk;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import weir.dashboard.desk.WrongWishException.Fault;

/** Whether somebody else was faster. */
final class Conflicts {
  private Conflicts() {}

  /**
   * Throws if somebody decided about one of these subjects meanwhile.
   *
   * @param after the newest decision that was seen, 0 for none
   */
  static void check(Connection connection, Intent intent, long after) throws SQLException {
    List<String> subjects = intent.items().stream().map(Item::subject).toList();
    // In this order: what waits no longer by then has been decided before the second look.
    for (Intent each : Intents.waiting(connection, intent.userId())) {
      if (each.items().stream().map(Item::subject).anyMatch(subjects::contains)) {
        throw new WrongWishException(
            Fault.CONFLICT,
            each.who() + " was faster, and decided: " + each.kind().code() + " (not written yet)");
      }
    }
    for (Decision each : Decisions.newestOf(connection, subjects).values()) {
      if (each.id() > after) {
        throw new WrongWishException(
            Fault.CONFLICT, each.who() + " was faster, and decided: " + each.kind());
      }
    }
  }
}
