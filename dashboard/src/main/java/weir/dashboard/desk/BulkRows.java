package weir.dashboard.desk;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import weir.dashboard.store.Query;

/** The tables of what was decided in bulk. They only grow. */
final class BulkRows {
  private BulkRows() {}

  /** A bulk decision, without its cases. */
  record Bulk(UUID id, long at, String who, String kind, String note, @Nullable UUID undoes) {}

  /**
   * One of its cases.
   *
   * @param intent what decides it; absent if it was left out
   * @param done whether that is written
   */
  record Case(String user, @Nullable UUID intent, boolean done, String why) {}

  /** False if there is one with this id. */
  static boolean insert(Connection connection, BulkWish wish, String who) throws SQLException {
    Kind kind = wish.kind();
    return Query.change(
            connection,
            "insert into desk.bulks (id, who, kind, note, undoes) values (?, ?, ?, ?, ?)"
                + " on conflict do nothing",
            wish.id(),
            who,
            (kind == null ? Kind.UNDONE : kind).code(),
            wish.note(),
            wish.undo())
        > 0;
  }

  static void insert(
      Connection connection, UUID bulk, String user, @Nullable UUID intent, String why)
      throws SQLException {
    Query.change(
        connection,
        "insert into desk.bulk_cases (bulk, user_id, intent, why) values (?, ?, ?, ?)",
        bulk,
        user,
        intent,
        why);
  }

  static Optional<Bulk> find(Connection connection, UUID id) throws SQLException {
    return Query.of(
            connection,
            "select * from desk.bulks where id = ?",
            row ->
                new Bulk(
                    row.getObject("id", UUID.class),
                    Query.millis(row, "made_at"),
                    row.getString("who"),
                    row.getString("kind"),
                    row.getString("note"),
                    row.getObject("undoes", UUID.class)),
            id)
        .stream()
        .findFirst();
  }

  /** Its cases, in the order in which they are decided. */
  static List<Case> cases(Connection connection, UUID bulk) throws SQLException {
    return Query.of(
        connection,
        "select c.user_id, c.intent, c.why, i.done_at is not null as done from desk.bulk_cases c"
            + " left join desk.intents i on i.id = c.intent where c.bulk = ?"
            + " order by i.number, c.user_id",
        row ->
            new Case(
                row.getString("user_id"),
                row.getObject("intent", UUID.class),
                row.getBoolean("done"),
                row.getString("why")),
        bulk);
  }
}
