package weir.dashboard.cases;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import weir.dashboard.access.Visitor;
import weir.dashboard.store.Query;

/**
 * Something written about a user without a decision.
 *
 * @param at epoch milliseconds
 */
public record Note(long id, long at, String who, String user, String note) {

  /** Keeps it once, however often the same wish comes. */
  static Note write(Connection connection, UUID wish, String user, String note, Visitor visitor)
      throws SQLException {
    Query.change(
        connection,
        "insert into desk.notes (wish, who, user_id, note) values (?, ?, ?, ?)"
            + " on conflict (wish) do nothing",
        wish,
        visitor.name(),
        user,
        note);
    return Query.only(connection, "select * from desk.notes where wish = ?", Note::read, wish);
  }

  /** Whether this wish was written before. */
  static boolean isWritten(Connection connection, UUID wish) throws SQLException {
    return Query.only(
        connection,
        "select exists (select from desk.notes where wish = ?)",
        row -> row.getBoolean(1),
        wish);
  }

  static List<Note> ofUser(Connection connection, String user, int most) throws SQLException {
    return Query.of(
        connection,
        "select * from desk.notes where user_id = ? order by id desc limit ?",
        Note::read,
        user,
        most);
  }

  private static Note read(ResultSet row) throws SQLException {
    return new Note(
        row.getLong("id"),
        Query.millis(row, "at"),
        row.getString("who"),
        row.getString("user_id"),
        row.getString("note"));
  }
}
