package weir.dashboard.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import weir.dashboard.live.Found;
import weir.model.Alert;

/** What alerts rest on: an alert only names its payments, and their rows have the rest. */
public final class Grounds {
  private static final String SPEED = "km/h";

  /** A place that took part in an alert. */
  public record Place(
      double latitude, double longitude, @Nullable String city, @Nullable String country) {}

  /**
   * A payment among the evidence of an alert.
   *
   * @param amount as text: a browser's numbers are not exact
   * @param score what a model gave it, from 0 to 1000; absent without one
   */
  public record Paid(String id, String amount, String currency, @Nullable Integer score) {}

  /**
   * What is known of one alert.
   *
   * @param places in order of time: two for a journey, at most one for all others
   * @param payments its evidence, as far as the database has it
   */
  public record Ground(String alertId, List<Place> places, List<Paid> payments) {}

  private record Row(String alertId, Paid paid, @Nullable Place place) {}

  private Grounds() {}

  /** Alerts without any payment are absent: it may be that their rows are not there yet. */
  static List<Ground> of(Connection connection, List<Found> alerts) throws SQLException {
    Map<String, Alert> byId = new HashMap<>();
    List<String> ids = new ArrayList<>();
    List<String> users = new ArrayList<>();
    List<Long> froms = new ArrayList<>();
    List<Long> tos = new ArrayList<>();
    List<String> transactions = new ArrayList<>();
    for (Found found : alerts) {
      Alert alert = found.alert();
      byId.put(alert.id(), alert);
      for (String transaction : alert.evidence()) {
        ids.add(alert.id());
        users.add(alert.userId());
        froms.add(alert.windowStart());
        tos.add(alert.windowEnd());
        transactions.add(transaction);
      }
    }
    Map<String, Ground> grounds = new LinkedHashMap<>();
    for (Row row :
        Query.of(
            connection,
            """
            select wanted.alert_id, t.transaction_id, t.amount, t.currency, t.latitude, t.longitude,
              t.city, t.country, (to_jsonb(t)->>'score')::integer as score
            from unnest(?::text[], ?::text[], ?::int8[], ?::int8[], ?::text[])
              as wanted (alert_id, user_id, starts, ends, transaction_id)
            join lateral (
              select * from transactions t where t.user_id = wanted.user_id
                and t.transaction_id = wanted.transaction_id and t.event_time
                  between timestamptz 'epoch' + wanted.starts * interval '1 millisecond'
                  and timestamptz 'epoch' + wanted.ends * interval '1 millisecond'
              limit 1) as t on true
            order by t.event_time
            """,
            Grounds::read,
            array(connection, "text", ids),
            array(connection, "text", users),
            array(connection, "int8", froms),
            array(connection, "int8", tos),
            array(connection, "text", transactions))) {
      Ground ground =
          grounds.computeIfAbsent(
              row.alertId(), id -> new Ground(id, new ArrayList<>(), new ArrayList<>()));
      ground.payments().add(row.paid());
      Alert alert = byId.get(row.alertId());
      if (row.place() != null && alert != null && happenedAt(alert, row.paid().id())) {
        ground.places().add(row.place());
      }
    }
    return List.copyOf(grounds.values());
  }

  private static Row read(ResultSet row) throws SQLException {
    Double latitude = row.getObject("latitude", Double.class);
    Double longitude = row.getObject("longitude", Double.class);
    return new Row(
        row.getString("alert_id"),
        new Paid(
            row.getString("transaction_id"),
            row.getBigDecimal("amount").toPlainString(),
            row.getString("currency"),
            row.getObject("score", Integer.class)),
        latitude == null || longitude == null
            ? null
            : new Place(latitude, longitude, row.getString("city"), row.getString("country")));
  }

  /** A journey happened at its two last payments, anything else at its last one. */
  private static boolean happenedAt(Alert alert, String transaction) {
    List<String> evidence = alert.evidence();
    int most = SPEED.equals(alert.unit()) ? 2 : 1;
    return evidence
        .subList(Math.max(0, evidence.size() - most), evidence.size())
        .contains(transaction);
  }

  private static Array array(Connection connection, String type, List<?> values)
      throws SQLException {
    return connection.createArrayOf(type, values.toArray());
  }
}
