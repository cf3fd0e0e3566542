package weir.dashboard.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is open: alerts that stand, whose rules are live, and about which nobody has decided, as
 * found in some period until now.
 */
public final class OpenAlerts {
  /** So many of the newest are looked at: a page must not keep a large table busy. */
  private static final int MOST = 20_000;

  private static final String STANDING = " from alerts where status = 'raised' and mode = 'live'";

  /**
   * Of one payment, or of an alert that is about none, the newest decision stands; so does that of
   * a rule and a user.
   */
  private static final String UNDECIDED =
      """
       and (select case d.kind when 'undone' then d.restored else d.kind end
          from desk.decisions d
          where d.user_id = alerts.user_id and d.subject not like '["snooze"%'
            and case when alerts.transaction_id is null
              then d.transaction_id is null and d.alert_id = alerts.alert_id
              else d.transaction_id = alerts.transaction_id and d.event_time = alerts.event_time end
          order by d.id desc limit 1) is null
        and (select case d.kind when 'undone' then d.restored else d.kind end = 'snoozed'
            and d.until > now()
          from desk.decisions d
          where d.user_id = alerts.user_id and d.subject like '["snooze"%'
            and d.rule_id = alerts.rule_id
          order by d.id desc limit 1) is not true
      """;

  private static final String AT_RISK =
      """
      , paid as (
        select distinct t.user_id, t.event_time, t.transaction_id, t.currency, t.amount
        from open cross join unnest(open.evidence) as evidence (id)
        join lateral (
          select * from transactions t where t.user_id = open.user_id
            and t.transaction_id = evidence.id
            and t.event_time between open.window_start and open.window_end
          limit 1) as t on true)
      select currency, sum(amount), count(*) from paid group by 1 order by 3 desc, 1
      """;

  /**
   * What is open of one period.
   *
   * @param exact whether all were looked at, and not only the newest
   * @param atRisk the evidence's amounts by currency, the one with the most payments first; absent
   *     where it is not known
   */
  public record Picture(
      String period,
      boolean exact,
      Map<String, Long> severities,
      @Nullable List<AtRisk> atRisk,
      @Nullable Oldest oldest) {}

  /**
   * The amounts of one currency.
   *
   * @param amount as text: a browser's numbers are not exact
   */
  public record AtRisk(String currency, String amount, long payments) {}

  /** The alert that has been open for longest. */
  public record Oldest(String alertId, String user, long detectedAt) {}

  private OpenAlerts() {}

  public static List<Picture> of(Connection connection) throws SQLException {
    List<Picture> pictures = new ArrayList<>();
    String standing = open(connection);
    long now = System.currentTimeMillis();
    for (Period period : Period.values()) {
      pictures.add(of(connection, standing, Query.time(period.beginsBefore(now)), period.code()));
    }
    return pictures;
  }

  /** From where and under which condition alerts are open, as SQL. */
  static String open(Connection connection) throws SQLException {
    return STANDING + (decides(connection) ? UNDECIDED : "");
  }

  /** Whether there is a desk whose decisions this page may see. */
  private static boolean decides(Connection connection) throws SQLException {
    return Query.only(
        connection,
        "select exists (select from pg_class join pg_namespace on pg_namespace.oid = relnamespace"
            + " where nspname = 'desk' and relname = 'decisions'"
            + " and has_schema_privilege(relnamespace, 'usage')"
            + " and has_table_privilege(pg_class.oid, 'select'))",
        row -> row.getBoolean(1));
  }

  private static Picture of(Connection connection, String standing, Timestamp since, String period)
      throws SQLException {
    String open =
        "with open as materialized ("
            + "select alert_id, user_id, severity, evidence, window_start, window_end"
            + standing
            + " and detected_at > ? order by detected_at desc limit ?)";
    Map<String, Long> severities = new LinkedHashMap<>();
    Query.of(
            connection,
            open + " select severity, count(*) from open group by 1 order by 1",
            row -> Map.entry(row.getString(1), row.getLong(2)),
            since,
            MOST)
        .forEach(each -> severities.put(each.getKey(), each.getValue()));
    List<AtRisk> atRisk =
        Query.of(
            connection,
            open + AT_RISK,
            row ->
                new AtRisk(row.getString(1), row.getBigDecimal(2).toPlainString(), row.getLong(3)),
            since,
            MOST);
    List<Oldest> oldest =
        Query.of(
            connection,
            "select alert_id, user_id, detected_at"
                + standing
                + " and detected_at > ? order by detected_at, alert_id limit 1",
            row -> new Oldest(row.getString(1), row.getString(2), Query.millis(row, "detected_at")),
            since);
    long all = severities.values().stream().mapToLong(each -> each).sum();
    return new Picture(
        period, all < MOST, severities, atRisk, oldest.isEmpty() ? null : oldest.get(0));
  }
}
