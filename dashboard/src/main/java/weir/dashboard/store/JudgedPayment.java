package weir.dashboard.store;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import weir.model.Alert;

/**
 * A transaction with its verdict, as it stands in the database.
 *
 * @param score what a model gave it, from 0 to 1000; absent without one
 * @param fields what the charter declares besides, as JSON
 */
public record JudgedPayment(
    String id,
    long time,
    BigDecimal amount,
    String currency,
    @Nullable String merchant,
    @Nullable String category,
    @Nullable String method,
    @Nullable String city,
    @Nullable String country,
    @Nullable Double latitude,
    @Nullable Double longitude,
    @Nullable String device,
    boolean flagged,
    List<String> rules,
    @Nullable Integer score,
    @JsonRawValue @Nullable String fields) {

  /** A job of an older version has no scores. */
  private static final String COLUMNS =
      """
      select transaction_id, event_time, amount, currency, merchant_id, category, payment_method,
        city, country, latitude, longitude, device_id, is_flagged, fired_rules, fields,
        (to_jsonb(transactions)->>'score')::integer as score
      from transactions
      """;

  /** The newest of a user, the newest first; the table's key has them in this order. */
  public static List<JudgedPayment> newest(Connection connection, String user, int most)
      throws SQLException {
    return Query.of(
        connection,
        COLUMNS + "where user_id = ? order by event_time desc, transaction_id desc limit ?",
        JudgedPayment::read,
        user,
        most);
  }

  /** Those of a user before this one, the newest first. */
  public static List<JudgedPayment> before(
      Connection connection, String user, JudgedPayment last, int most) throws SQLException {
    return Query.of(
        connection,
        COLUMNS
            + """
              where user_id = ? and (event_time, transaction_id) < (?, ?)
              order by event_time desc, transaction_id desc limit ?
              """,
        JudgedPayment::read,
        user,
        Query.time(last.time()),
        last.id(),
        most);
  }

  /** Those of an alert's user between two times, its evidence before all others; newest first. */
  static List<JudgedPayment> around(
      Connection connection, Alert alert, long from, long to, int most) throws SQLException {
    return Query.of(
        connection,
        "select * from ("
            + COLUMNS
            + """
              where user_id = ? and event_time between ? and ?
              order by transaction_id = any(?) desc, event_time desc, transaction_id desc limit ?
              ) as around order by event_time desc, transaction_id desc
              """,
        JudgedPayment::read,
        alert.userId(),
        Query.time(from),
        Query.time(to),
        connection.createArrayOf("text", alert.evidence().toArray()),
        most);
  }

  /** Those of a user that have one of these ids, between two times; the newest first. */
  public static List<JudgedPayment> named(
      Connection connection, String user, long from, long to, List<String> ids, int most)
      throws SQLException {
    return Query.of(
        connection,
        COLUMNS
            + """
              where user_id = ? and event_time between ? and ? and transaction_id = any(?)
              order by event_time desc, transaction_id desc limit ?
              """,
        JudgedPayment::read,
        user,
        Query.time(from),
        Query.time(to),
        connection.createArrayOf("text", ids.toArray()),
        most);
  }

  /** The payment of this user, time and id; nothing if it is not known. */
  static Optional<JudgedPayment> find(Connection connection, String user, long time, String id)
      throws SQLException {
    return Query.of(
            connection,
            COLUMNS + "where user_id = ? and event_time = ? and transaction_id = ?",
            JudgedPayment::read,
            user,
            Query.time(time),
            id)
        .stream()
        .findFirst();
  }

  private static JudgedPayment read(ResultSet row) throws SQLException {
    return new JudgedPayment(
        row.getString("transaction_id"),
        Query.millis(row, "event_time"),
        row.getBigDecimal("amount"),
        row.getString("currency"),
        row.getString("merchant_id"),
        row.getString("category"),
        row.getString("payment_method"),
        row.getString("city"),
        row.getString("country"),
        row.getObject("latitude", Double.class),
        row.getObject("longitude", Double.class),
        row.getString("device_id"),
        row.getBoolean("is_flagged"),
        Query.texts(row, "fired_rules"),
        row.getObject("score", Integer.class),
        row.getString("fields"));
  }
}
