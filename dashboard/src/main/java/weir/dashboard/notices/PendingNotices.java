package weir.dashboard.notices;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import weir.dashboard.access.Visitor;
import weir.dashboard.store.Query;

/** The table of notices that are to be written. What was interrupted is found here. */
public final class PendingNotices {
  private PendingNotices() {}

  public static void insert(Connection connection, PendingNotice notice) throws SQLException {
    Query.change(
        connection,
        "insert into desk.notices (id, who, came_from, proposal, subject, since, record)"
            + " values (?, ?, ?, ?, ?, ?, ?)",
        notice.id(),
        notice.visitor().name(),
        notice.visitor().from(),
        notice.proposal(),
        notice.subject(),
        notice.since(),
        notice.record());
  }

  /** The oldest that waits. */
  static Optional<PendingNotice> first(Connection connection) throws SQLException {
    return Query.of(
            connection,
            "select * from desk.notices where done_at is null order by number limit 1",
            PendingNotices::read)
        .stream()
        .findFirst();
  }

  /**
   * Notes that nothing is left to do.
   *
   * @param offset where it stands; absent if it was not written
   * @param refused why it has no effect; absent if it has
   */
  static void done(Connection connection, UUID id, @Nullable Long offset, @Nullable String refused)
      throws SQLException {
    Query.change(
        connection,
        "update desk.notices set done_at = clock_timestamp(), log_offset = ?, refused = ?"
            + " where id = ?",
        offset,
        refused,
        id);
  }

  /**
   * How it stands with a notice.
   *
   * @param refused why it has no effect; absent if it has, or if it waits
   */
  public record State(boolean done, @Nullable String refused) {}

  /** How it stands with one; nothing if there is none. */
  public static Optional<State> state(Connection connection, UUID id) throws SQLException {
    return Query.of(
            connection,
            "select done_at is not null, refused from desk.notices where id = ?",
            row -> new State(row.getBoolean(1), row.getString(2)),
            id)
        .stream()
        .findFirst();
  }

  private static PendingNotice read(ResultSet row) throws SQLException {
    long proposal = row.getLong("proposal");
    boolean ofList = row.wasNull();
    return new PendingNotice(
        row.getObject("id", UUID.class),
        new Visitor(row.getString("who"), row.getString("came_from")),
        ofList ? null : (Long) proposal,
        row.getString("subject"),
        row.getLong("since"),
        row.getBytes("record"));
  }
}
