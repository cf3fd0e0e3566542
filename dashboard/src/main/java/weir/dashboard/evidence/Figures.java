package weir.dashboard.evidence;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import weir.dashboard.store.Query;

/**
 * What a user pays, beside what is normal for this user.
 *
 * @param payments how many were looked at, the newest first
 * @param cut whether there are more
 * @param standing how many alerts flag something, as far as PostgreSQL has them
 */
public record Figures(long payments, boolean cut, long standing, List<OfCurrency> currencies) {
  /** The newest of a user, of which everything is reckoned. */
  static final int MOST_PAYMENTS = 10_000;

  private static final int MOST_ALERTS = 10_000;
  private static final int MOST_CURRENCIES = 20;

  public Figures {
    currencies = List.copyOf(currencies);
  }

  /**
   * The same in one currency. Amounts are texts: a browser's numbers are not exact.
   *
   * @param usual what half of the payments that nobody flagged come to at most
   * @param high what 95 of 100 of them come to at most
   * @param lastDay what was paid in the 24 hours before the newest payment
   * @param usualDay what was paid on half of the days with such payments at most
   */
  public record OfCurrency(
      String currency,
      long payments,
      long flagged,
      String sum,
      @Nullable String usual,
      @Nullable String high,
      String most,
      @Nullable String lastDay,
      @Nullable String usualDay) {}

  public static Figures of(Connection connection, String user) throws SQLException {
    List<OfCurrency> currencies =
        Query.of(
            connection,
            """
            with newest as (
              select event_time, amount, currency, is_flagged from transactions
              where user_id = ? order by event_time desc limit ?
            ), days as (
              select currency, (event_time at time zone 'UTC')::date as day, sum(amount) as paid
              from newest where not is_flagged group by 1, 2
            )
            select currency, count(*) as payments,
              count(*) filter (where is_flagged) as flagged,
              sum(amount) as sum,
              percentile_disc(0.5) within group (order by amount)
                filter (where not is_flagged) as usual,
              percentile_disc(0.95) within group (order by amount)
                filter (where not is_flagged) as high,
              max(amount) as most,
              sum(amount) filter (where event_time >
                (select max(event_time) from newest) - interval '24 hours') as last_day,
              (select percentile_disc(0.5) within group (order by paid) from days
                where days.currency = newest.currency) as usual_day
            from newest group by currency order by count(*) desc, currency limit ?
            """,
            Figures::read,
            user,
            MOST_PAYMENTS,
            MOST_CURRENCIES);
    long payments =
        Query.only(
            connection,
            "select count(*) from"
                + " (select 1 from transactions where user_id = ? limit ?) as newest",
            row -> row.getLong(1),
            user,
            MOST_PAYMENTS + 1);
    long standing =
        Query.only(
            connection,
            "select count(*) filter (where status = 'raised' and mode = 'live') from"
                + " (select status, mode from alerts where user_id = ?"
                + " order by event_time desc limit ?) as newest",
            row -> row.getLong(1),
            user,
            MOST_ALERTS);
    return new Figures(
        Math.min(payments, MOST_PAYMENTS), payments > MOST_PAYMENTS, standing, currencies);
  }

  private static OfCurrency read(ResultSet row) throws SQLException {
    return new OfCurrency(
        row.getString("currency"),
        row.getLong("payments"),
        row.getLong("flagged"),
        row.getBigDecimal("sum").toPlainString(),
        plain(row, "usual"),
        plain(row, "high"),
        row.getBigDecimal("most").toPlainString(),
        plain(row, "last_day"),
        plain(row, "usual_day"));
  }

  private static @Nullable String plain(ResultSet row, String column) throws SQLException {
    BigDecimal value = row.getBigDecimal(column);
    return value == null ? null : value.toPlainString();
  }
}
