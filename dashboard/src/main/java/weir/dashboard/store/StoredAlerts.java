package weir.dashboard.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import weir.dashboard.live.Found;
import weir.form.AlertFields;
import weir.form.Field;
import weir.form.RowReader;

/** Alerts as they stand in the database. A list of them leaves out those of rules on trial. */
final class StoredAlerts {
  /** A search looks no further back: without a bound, one that finds nothing reads everything. */
  private static final int SEARCHED = 50_000;

  private static final String COLUMNS =
      AlertFields.all().stream()
          .map(Field::column)
          .collect(Collectors.joining(", ", "select ", ", detected_at "));

  private static final String TOLD = "mode <> 'shadow'";

  private StoredAlerts() {}

  static List<Found> newest(Connection connection, int most) throws SQLException {
    return Query.of(
        connection,
        COLUMNS + "from alerts where " + TOLD + " order by detected_at desc limit ?",
        StoredAlerts::read,
        most);
  }

  static List<Found> since(Connection connection, long detectedAt, int most) throws SQLException {
    return Query.of(
        connection,
        COLUMNS
            + "from alerts where detected_at >= ? and "
            + TOLD
            + " order by detected_at limit ?",
        StoredAlerts::read,
        Query.time(detectedAt),
        most);
  }

  static List<Found> ofUser(Connection connection, String user, int most) throws SQLException {
    return Query.of(
        connection,
        COLUMNS + "from alerts where user_id = ? and " + TOLD + " order by event_time desc limit ?",
        StoredAlerts::read,
        user,
        most);
  }

  static List<Found> at(Connection connection, String user, Set<Long> eventTimes, int most)
      throws SQLException {
    return Query.of(
        connection,
        COLUMNS
            + """
              from alerts where user_id = ? and event_time in (
                select timestamptz 'epoch' + millis * interval '1 millisecond'
                from unnest(?::int8[]) as wanted (millis))
              order by event_time desc limit ?
              """,
        StoredAlerts::read,
        user,
        connection.createArrayOf("int8", eventTimes.toArray()),
        most);
  }

  static List<Found> ofUsers(Connection connection, List<String> users, int most)
      throws SQLException {
    return Query.of(
        connection,
        COLUMNS
            + "from alerts where user_id = any(?) and "
            + TOLD
            + " order by event_time desc limit ?",
        StoredAlerts::read,
        connection.createArrayOf("text", users.toArray()),
        most);
  }

  /** The alert of this id, also if its rule is on trial. */
  static Optional<Found> byId(Connection connection, String id) throws SQLException {
    return Query.of(connection, COLUMNS + "from alerts where alert_id = ?", StoredAlerts::read, id)
        .stream()
        .findFirst();
  }

  /** Which engine found it, if the database has it already. */
  static @Nullable String engine(Connection connection, String id) throws SQLException {
    return Query.of(
            connection,
            "select engine from alerts where alert_id = ?",
            row -> row.getString("engine"),
            id)
        .stream()
        .findFirst()
        .orElse(null);
  }

  /** The first ones in this order, among those that pass. */
  static List<Found> search(Connection connection, AlertFilter filter, Order order, int most)
      throws SQLException {
    String among =
        filter.user() == null
            ? "from (select * from alerts order by detected_at desc limit " + SEARCHED + ") newest"
            : "from alerts";
    return Query.of(
        connection,
        COLUMNS
            + among
            + " where "
            + TOLD
            + """
                 and (?::text is null or user_id = ?)
                 and (?::text is null or rule_id = ?)
                 and (?::text is null or severity = ?)
                 and (?::text is null or strpos(lower(concat_ws(' ', alert_id, user_id,
                   transaction_id, rule_id, reason,
                   (select string_agg(value, ' ') from jsonb_each_text(judged_by)))), ?) > 0)
                 and (?::timestamptz is null or detected_at >= ?)
               order by\s"""
            + order.sql()
            + " limit ?",
        StoredAlerts::read,
        filter.user(),
        filter.user(),
        filter.rule(),
        filter.rule(),
        filter.severity(),
        filter.severity(),
        lower(filter.text()),
        lower(filter.text()),
        time(filter.since()),
        time(filter.since()),
        most);
  }

  private static @Nullable Timestamp time(@Nullable Long millis) {
    return millis == null ? null : Query.time(millis);
  }

  private static @Nullable String lower(@Nullable String text) {
    return text == null ? null : text.toLowerCase(Locale.ROOT);
  }

  private static Found read(ResultSet row) throws SQLException {
    return Found.of(RowReader.alert(row), Query.millis(row, "detected_at"));
  }
}
