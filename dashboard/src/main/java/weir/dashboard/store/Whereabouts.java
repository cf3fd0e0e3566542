package weir.dashboard.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import weir.dashboard.live.Found;
import weir.model.Alert;

/** Where alerts happened: an alert has no coordinates, but its transactions may. */
public final class Whereabouts {
  private static final String SPEED = "km/h";

  /** A place that took part in an alert. */
  public record Place(
      double latitude, double longitude, @Nullable String city, @Nullable String country) {}

  /** The places of one alert, in order of time: two for a journey, one for all others. */
  public record AlertPlaces(String alertId, List<Place> places) {}

  private record Row(String alertId, Place place) {}

  private Whereabouts() {}

  /** Alerts without any place are absent: it may be that their transactions are not there yet. */
  static List<AlertPlaces> of(Connection connection, List<Found> alerts) throws SQLException {
    List<String> ids = new ArrayList<>();
    List<String> users = new ArrayList<>();
    List<Long> froms = new ArrayList<>();
    List<Long> tos = new ArrayList<>();
    List<String> transactions = new ArrayList<>();
    for (Found found : alerts) {
      Alert alert = found.alert();
      for (String transaction : grounds(alert)) {
        ids.add(alert.id());
        users.add(alert.userId());
        froms.add(alert.windowStart());
        tos.add(alert.windowEnd());
        transactions.add(transaction);
      }
    }
    List<Row> rows =
        Query.of(
            connection,
            """
            select wanted.alert_id, t.latitude, t.longitude, t.city, t.country
            from unnest(?::text[], ?::text[], ?::int8[], ?::int8[], ?::text[])
              as wanted (alert_id, user_id, starts, ends, transaction_id)
            join lateral (
              select * from transactions t where t.user_id = wanted.user_id
                and t.transaction_id = wanted.transaction_id and t.event_time
                  between timestamptz 'epoch' + wanted.starts * interval '1 millisecond'
                  and timestamptz 'epoch' + wanted.ends * interval '1 millisecond'
              limit 1) as t on true
            where t.latitude is not null order by t.event_time
            """,
            row ->
                new Row(
                    row.getString(1),
                    new Place(
                        row.getDouble(2), row.getDouble(3), row.getString(4), row.getString(5))),
            array(connection, "text", ids),
            array(connection, "text", users),
            array(connection, "int8", froms),
            array(connection, "int8", tos),
            array(connection, "text", transactions));
    Map<String, List<Place>> byAlert = new LinkedHashMap<>();
    rows.forEach(
        row -> byAlert.computeIfAbsent(row.alertId(), id -> new ArrayList<>()).add(row.place()));
    List<AlertPlaces> places = new ArrayList<>();
    byAlert.forEach((id, found) -> places.add(new AlertPlaces(id, found)));
    return places;
  }

  private static List<String> grounds(Alert alert) {
    List<String> evidence = alert.evidence();
    int most = SPEED.equals(alert.unit()) ? 2 : 1;
    return evidence.subList(Math.max(0, evidence.size() - most), evidence.size());
  }

  private static Array array(Connection connection, String type, List<?> values)
      throws SQLException {
    return connection.createArrayOf(type, values.toArray());
  }
}
