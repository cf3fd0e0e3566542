package weir.dashboard.access;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import weir.dashboard.store.Query;

/** What everybody did. The table refuses changes; it only grows. */
public final class Audit {
  private static final int LONGEST = 500;

  /**
   * One thing that was done.
   *
   * @param at epoch milliseconds
   * @param from the address of who did it
   */
  public record Entry(
      long id, long at, String who, String action, String subject, String detail, String from) {}

  private Audit() {}

  public static void write(
      Connection connection, Visitor visitor, String action, String subject, String detail)
      throws SQLException {
    Query.change(
        connection,
        "insert into desk.audit (who, action, subject, detail, came_from) values (?, ?, ?, ?, ?)",
        cut(visitor.name()),
        action,
        cut(subject),
        cut(detail),
        cut(visitor.from()));
  }

  /** PostgreSQL has no text with a null character. */
  private static String cut(String text) {
    return text.substring(0, Math.min(LONGEST, text.length())).replace('\0', ' ');
  }

  /**
   * The newest, the newest first.
   *
   * @param before only those before this one; absent for all
   */
  public static List<Entry> newest(Connection connection, @Nullable Long before, int most)
      throws SQLException {
    return Query.of(
        connection,
        "select * from desk.audit where (?::int8 is null or id < ?) order by id desc limit ?",
        row ->
            new Entry(
                row.getLong("id"),
                Query.millis(row, "at"),
                row.getString("who"),
                row.getString("action"),
                row.getString("subject"),
                row.getString("detail"),
                row.getString("came_from")),
        before,
        before,
        most);
  }
}
