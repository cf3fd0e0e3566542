package weir.dashboard.desk;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import weir.dashboard.store.Query;

/** The table of what is wanted. What was interrupted is found here. */
final class Intents {
  private Intents() {}

  static void insert(Connection connection, Intent intent) throws SQLException {
    Query.change(
        connection,
        "insert into desk.intents (id, who, came_from, kind, user_id, note, until, undoes, items)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?::json)",
        intent.id(),
        intent.who(),
        intent.from(),
        intent.kind().code(),
        intent.userId(),
        intent.note(),
        Query.timeOrNull(intent.until()),
        intent.undoes(),
        Item.json(intent.items()));
  }

  /** The users about whom something waits, the longest first. */
  static List<String> usersWaiting(Connection connection) throws SQLException {
    return Query.of(
        connection,
        "select user_id from desk.intents where done_at is null"
            + " group by user_id order by min(number) limit 100",
        row -> row.getString(1));
  }

  /** The oldest that waits about a user. */
  static Optional<Intent> firstWaiting(Connection connection, String user) throws SQLException {
    return waiting(connection, user).stream().findFirst();
  }

  /** Those that wait about a user, the oldest first. */
  static List<Intent> waiting(Connection connection, String user) throws SQLException {
    return Query.of(
        connection,
        "select * from desk.intents where done_at is null and user_id = ? order by number",
        Intents::read,
        user);
  }

  /** Whether it is known, and if so whether it is done. */
  static Optional<Boolean> isDone(Connection connection, UUID id) throws SQLException {
    return Query.of(
            connection,
            "select done_at is not null from desk.intents where id = ?",
            row -> row.getBoolean(1),
            id)
        .stream()
        .findFirst();
  }

  static void done(Connection connection, UUID id) throws SQLException {
    Query.change(
        connection, "update desk.intents set done_at = clock_timestamp() where id = ?", id);
  }

  private static Intent read(ResultSet row) throws SQLException {
    return new Intent(
        row.getObject("id", UUID.class),
        row.getString("who"),
        row.getString("came_from"),
        Kind.of(row.getString("kind")),
        row.getString("user_id"),
        row.getString("note"),
        Query.millisOrNull(row, "until"),
        row.getObject("undoes", UUID.class),
        Item.read(row.getString("items")));
  }
}
