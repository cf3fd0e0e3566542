package weir.dashboard.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import weir.labels.RuleScores;

/**
 * The questions behind the standing figures of the page. None reads the whole table of transactions
 * once that is large: their number is then the planner's, and the amounts are those of a bounded
 * sample.
 */
public final class Panels {
  /** Up to here all transactions are counted; beyond, PostgreSQL's own count is good enough. */
  private static final long COUNTED = 50_000;

  /** How many transactions before the newest alerts the amounts are taken from, at most. */
  private static final int SAMPLE = 100_000;

  /** 1, 2 and 5 of each power of ten: they read well on any axis. */
  private static final String BOUNDS =
      "{1,2,5,10,20,50,100,200,500,1000,2000,5000,10000,20000,50000,100000}";

  private Panels() {}

  /** How many there are of each. Only live alerts are among them. */
  public record Totals(
      long transactions, boolean exact, long flagged, long alerts, long withdrawn) {}

  static Totals totals(Connection connection) throws SQLException {
    long estimate =
        Query.only(
            connection,
            "select coalesce(max(n_live_tup), 0) from pg_stat_user_tables"
                + " where relid = to_regclass('transactions')",
            row -> row.getLong(1));
    boolean small = estimate < COUNTED;
    String transactions = small ? "(select count(*) from transactions)" : estimate + "::bigint";
    return Query.only(
        connection,
        "select "
            + transactions
            + """
               , (select count(*) from transactions where is_flagged),
                 count(*) filter (where status = 'raised'),
                 count(*) filter (where status = 'withdrawn')
               from alerts where mode = 'live'
              """,
        row -> new Totals(row.getLong(1), small, row.getLong(2), row.getLong(3), row.getLong(4)));
  }

  /** How many live alerts of a rule stand. */
  public record RuleCount(String rule, String severity, long alerts) {}

  static List<RuleCount> rules(Connection connection) throws SQLException {
    return Query.of(
        connection,
        """
        select rule_id, severity, count(*) from alerts
        where detected_at > now() - interval '1 hour' and status = 'raised' and mode = 'live'
        group by 1, 2 order by 3 desc, 1 limit 40
        """,
        row -> new RuleCount(row.getString(1), row.getString(2), row.getLong(3)));
  }

  /** How many live alerts of a user stand, and the gravest of them. */
  public record UserCount(String user, long alerts, String severity) {}

  static List<UserCount> users(Connection connection) throws SQLException {
    return Query.of(
        connection,
        """
        select user_id, count(*),
          (array['low', 'medium', 'high', 'critical'])[
            max(array_position(array['low', 'medium', 'high', 'critical'], severity))]
        from alerts
        where detected_at > now() - interval '1 hour' and status = 'raised' and mode = 'live'
        group by 1 order by 2 desc, 1 limit 10
        """,
        row -> new UserCount(row.getString(1), row.getLong(2), row.getString(3)));
  }

  /** How many dead letters have a reason. */
  public record ReasonCount(String reason, long records) {}

  static List<ReasonCount> deadLetters(Connection connection) throws SQLException {
    return Query.of(
        connection,
        "select reason, count(*) from dead_letters group by 1 order by 2 desc, 1 limit 20",
        row -> new ReasonCount(row.getString(1), row.getLong(2)));
  }

  /** How many amounts of a currency are at least one bound, and below the next. */
  public record AmountCount(String currency, int bound, long legitimate, long flagged) {}

  static List<AmountCount> amounts(Connection connection) throws SQLException {
    return Query.of(
        connection,
        """
        with until as (
          select coalesce(max(event_time), now()) as at from
            (select event_time from alerts order by detected_at desc limit 100) as newest)
        select currency, width_bucket(amount, '%s'::numeric[]),
          count(*) filter (where not is_flagged), count(*) filter (where is_flagged)
        from (select t.currency, t.amount, t.is_flagged from transactions t, until
              where t.event_time between until.at - interval '15 minutes'
                and until.at + interval '1 minute' limit %d) as sample
        group by 1, 2 order by 1, 2
        """
            .formatted(BOUNDS, SAMPLE),
        row -> new AmountCount(row.getString(1), row.getInt(2), row.getLong(3), row.getLong(4)));
  }

  /** How right rules were by what was labelled since; a job of an older version has no labels. */
  static RuleScores scores(Connection connection) throws SQLException {
    return RuleScores.areIn(connection) ? RuleScores.read(connection) : RuleScores.NONE;
  }

  /** How many rows the pipeline has written in all, whichever these were. */
  static long written(Connection connection) throws SQLException {
    return Query.only(
        connection,
        "select coalesce(sum(n_tup_ins + n_tup_upd), 0) from pg_stat_user_tables where relid in"
            + " (to_regclass('transactions'), to_regclass('alerts'), to_regclass('dead_letters'))",
        row -> row.getLong(1));
  }

  /** The count of inserts, for a rate where there is no log to look at. */
  static long inserted(Connection connection) throws SQLException {
    return Query.only(
        connection,
        "select coalesce(max(n_tup_ins), 0) from pg_stat_user_tables"
            + " where relid = to_regclass('transactions')",
        row -> row.getLong(1));
  }
}
