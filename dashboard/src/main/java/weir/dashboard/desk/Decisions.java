package weir.dashboard.desk;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import weir.dashboard.store.Query;

/** The table of what was decided. It only grows. */
final class Decisions {
  /** How far back a page looks for what stands. */
  private static final int STANDING = 5000;

  private Decisions() {}

  /**
   * Keeps what was decided about one item.
   *
   * @param labelTime the log time of its label, if it has one
   */
  static void insert(Connection connection, Intent intent, Item item, @Nullable Long labelTime)
      throws SQLException {
    Query.change(
        connection,
        "insert into desk.decisions (intent, who, kind, subject, user_id, rule_id, alert_id,"
            + " transaction_id, event_time, note, until, undoes, label_time, before, evidence,"
            + " restored)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::json, ?::json, ?)",
        intent.id(),
        intent.who(),
        intent.kind().code(),
        item.subject(),
        intent.userId(),
        item.ruleId(),
        item.alertId(),
        item.transactionId(),
        Query.time(item.eventTime()),
        intent.note(),
        Query.timeOrNull(intent.until()),
        intent.undoes(),
        Query.timeOrNull(labelTime),
        item.before() == null ? null : Item.json(item.before()),
        item.evidence(),
        item.restored());
  }

  /** The newest of each subject, as far as pages care. */
  static List<Decision> standing(Connection connection) throws SQLException {
    return Query.of(
        connection,
        "select distinct on (subject) * from"
            + " (select * from desk.decisions order by id desc limit "
            + STANDING
            + ") newest order by subject, id desc",
        Decisions::read);
  }

  /** The newest about a user, the newest first. */
  static List<Decision> ofUser(Connection connection, String user, int most) throws SQLException {
    return Query.of(
        connection,
        "select * from desk.decisions where user_id = ? order by id desc limit ?",
        Decisions::read,
        user,
        most);
  }

  /** Those of the last seconds: rows can become visible in another order than that of their ids. */
  static List<Decision> ofTheLast(Connection connection, int seconds) throws SQLException {
    return Query.of(
        connection,
        "select * from desk.decisions where decided_at > now() - ? * interval '1 s' order by id",
        Decisions::read,
        seconds);
  }

  /** What was decided by one intent. */
  static List<Decision> of(Connection connection, UUID intent) throws SQLException {
    return Query.of(
        connection,
        "select * from desk.decisions where intent = ? order by id",
        Decisions::read,
        intent);
  }

  /** The newest of each of these subjects. */
  static Map<String, Decision> newestOf(Connection connection, Collection<String> subjects)
      throws SQLException {
    Map<String, Decision> newest = new HashMap<>();
    Query.of(
            connection,
            "select distinct on (subject) * from desk.decisions where subject = any (?)"
                + " order by subject, id desc",
            Decisions::read,
            (Object) subjects.toArray(new String[0]))
        .forEach(each -> newest.put(each.subject(), each));
    return newest;
  }

  /**
   * What a decision did to one subject, for taking it back.
   *
   * @param standing whether no later decision is about the subject
   * @param earlier what stood before it; absent if nothing did
   */
  record Undoable(
      Decision decision,
      boolean standing,
      @Nullable Long labelTime,
      Item.@Nullable Said before,
      String evidence,
      @Nullable String earlier) {}

  static List<Undoable> ofIntent(Connection connection, UUID intent) throws SQLException {
    return Query.of(
        connection,
        """
        select d.*,
          not exists (select from desk.decisions l where l.subject = d.subject and l.id > d.id)
            as stands,
          (select case e.kind when 'undone' then e.restored else e.kind end
            from desk.decisions e where e.subject = d.subject and e.id < d.id
            order by e.id desc limit 1) as earlier
        from desk.decisions d where d.intent = ? order by d.id
        """,
        row ->
            new Undoable(
                read(row),
                row.getBoolean("stands"),
                Query.millisOrNull(row, "label_time"),
                Item.said(row.getString("before")),
                row.getString("evidence"),
                row.getString("earlier")),
        intent);
  }

  /** What a job heard last of a payment, and when that was said. */
  record Known(Item.Said said, long logTime) {}

  /** What a job heard last of a payment, if there are labels. */
  static Optional<Known> heard(Connection connection, String user, long time, String transaction)
      throws SQLException {
    boolean readable =
        Query.only(
            connection,
            "select coalesce(has_table_privilege(to_regclass('labels'), 'select'), false)",
            row -> row.getBoolean(1));
    if (!readable) {
      return Optional.empty();
    }
    return Query.of(
            connection,
            "select is_fraud, coalesce(source, '') as source, log_time from labels"
                + " where user_id = ? and event_time = ? and transaction_id = ?",
            row ->
                new Known(
                    new Item.Said(row.getBoolean("is_fraud"), row.getString("source")),
                    Query.millis(row, "log_time")),
            user,
            Query.time(time),
            transaction)
        .stream()
        .findFirst();
  }

  private static Decision read(ResultSet row) throws SQLException {
    return new Decision(
        row.getLong("id"),
        row.getString("intent"),
        Query.millis(row, "decided_at"),
        row.getString("who"),
        row.getString("kind"),
        row.getString("subject"),
        row.getString("user_id"),
        row.getString("rule_id"),
        row.getString("alert_id"),
        row.getString("transaction_id"),
        Query.millis(row, "event_time"),
        row.getString("note"),
        Query.millisOrNull(row, "until"),
        row.getString("undoes"),
        row.getString("restored"));
  }
}
