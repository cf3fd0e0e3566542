package weir.dashboard.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Looks up cases: users with the alerts of theirs that are open. */
public final class OpenCases {
  /** So many of the newest alerts are looked at: a page must not keep a large table busy. */
  public static final int MOST = 20_000;

  /** A search for a text looks no further back. */
  private static final int SEARCHED = 50_000;

  private static final String ALERTS =
      """
      with open as materialized (
        select alerts.user_id, rule_id, evidence, window_start, window_end, detected_at,
          array_position(array['low', 'medium', 'high', 'critical'], severity) as gravity
      """;

  private static final String FIGURES =
      """
      ), paid as (
        select distinct t.user_id, t.event_time, t.transaction_id, t.currency, t.amount, t.score
        from open cross join unnest(open.evidence) as evidence (id)
        join lateral (
          select t.user_id, t.event_time, t.transaction_id, t.currency, t.amount, %s as score
          from transactions t where t.user_id = open.user_id
            and t.transaction_id = evidence.id
            and t.event_time between open.window_start and open.window_end
          limit 1) as t on true
      ), sums as (
        select user_id, currency, sum(amount) as amount, count(*) as payments, max(score) as score
        from paid group by 1, 2
      ), money as (
        select user_id, array_agg(currency order by currency) as currencies,
          array_agg(amount::text order by currency) as amounts, sum(payments) as payments,
          max(score) as score
        from sums group by 1
      ), cases as (
        select user_id, (array['low', 'medium', 'high', 'critical'])[max(gravity)] as severity,
          count(*) as alerts, array_agg(distinct rule_id) as rules,
          min(detected_at) as oldest, max(detected_at) as newest
        from open group by 1
      )
      select cases.*, coalesce(money.currencies, '{}') as currencies,
        coalesce(money.amounts, '{}') as amounts, coalesce(money.payments, 0) as payments,
        money.score
      from cases left join money using (user_id)
      """;

  /**
   * One of the cases that are asked for.
   *
   * @param seenUntil alerts that were found later, in epoch milliseconds, do not count; absent if
   *     all do
   */
  public record Wanted(String user, @Nullable Long seenUntil) {}

  private OpenCases() {}

  /** All, in no order, as far as the newest alerts have them. */
  public static List<OpenCase> all(Connection connection) throws SQLException {
    return Query.of(
        connection,
        ALERTS
            + OpenAlerts.open(connection)
            + " order by detected_at desc limit "
            + MOST
            + figures(connection),
        OpenCases::read);
  }

  /** Those of these users that have one. */
  public static List<OpenCase> of(Connection connection, List<Wanted> wanted) throws SQLException {
    Array users = connection.createArrayOf("text", wanted.stream().map(Wanted::user).toArray());
    Array untils =
        connection.createArrayOf("int8", wanted.stream().map(Wanted::seenUntil).toArray());
    String among =
        OpenAlerts.open(connection)
            .replaceFirst(
                "from alerts",
                "from unnest(?::text[], ?::int8[]) as wanted (user_id, until)"
                    + " join alerts on alerts.user_id = wanted.user_id"
                    + " and (wanted.until is null or date_trunc('milliseconds', detected_at)"
                    + " <= timestamptz 'epoch' + wanted.until * interval '1 millisecond')");
    return Query.of(
        connection,
        ALERTS + among + " limit " + MOST + figures(connection),
        OpenCases::read,
        users,
        untils);
  }

  /** The users of whose standing alerts one contains this text. */
  public static Set<String> usersOf(Connection connection, String text) throws SQLException {
    return new TreeSet<>(
        Query.of(
            connection,
            "select distinct user_id from (select * from alerts order by detected_at desc limit "
                + SEARCHED
                + """
                  ) newest where status = 'raised' and mode = 'live'
                    and strpos(lower(concat_ws(' ', alert_id, user_id, transaction_id, rule_id,
                      reason, (select string_agg(value, ' ') from jsonb_each_text(judged_by)))), ?)
                      > 0
                  """,
            row -> row.getString(1),
            text.toLowerCase(Locale.ROOT)));
  }

  /** A job of an older version has no scores. */
  private static String figures(Connection connection) throws SQLException {
    boolean scored =
        Query.only(
            connection,
            "select exists (select from pg_attribute where attrelid = to_regclass('transactions')"
                + " and attname = 'score' and not attisdropped)",
            row -> row.getBoolean(1));
    return FIGURES.formatted(scored ? "t.score" : "null::integer");
  }

  private static OpenCase read(ResultSet row) throws SQLException {
    List<String> currencies = Query.texts(row, "currencies");
    List<String> amounts = Query.texts(row, "amounts");
    List<OpenCase.Money> money = new ArrayList<>();
    for (int i = 0; i < currencies.size(); i++) {
      money.add(new OpenCase.Money(currencies.get(i), amounts.get(i)));
    }
    return new OpenCase(
        row.getString("user_id"),
        row.getString("severity"),
        row.getObject("score", Integer.class),
        row.getLong("alerts"),
        row.getLong("payments"),
        Query.texts(row, "rules"),
        money,
        Query.millis(row, "oldest"),
        Query.millis(row, "newest"));
  }
}
