package weir.backtest.cluster;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import weir.backtest.tally.Which;
import weir.layer.LakeLayer;
import weir.log.LakeDatabase;
import weir.log.LayerSql;
import weir.log.Span;
import weir.log.duck.Duck;
import weir.model.Payment;

/**
 * What both sides have said of one day, in tables of a database. All rows of a payment, and of an
 * alert, are in the folder of one day.
 */
final class DayTables {
  private static final String IS_OF_A_PAYMENT = "transaction_id is not null";

  private final LakeDatabase database;
  private final OutputLake before;
  private final OutputLake after;
  private final Span wanted;

  /**
   * Nothing is looked at yet.
   *
   * @param labelled the payments of which something is known
   * @param wanted the event times of the payments that are counted
   */
  DayTables(
      LakeDatabase database,
      OutputLake before,
      OutputLake after,
      Collection<Payment> labelled,
      Span wanted)
      throws SQLException {
    this.database = database;
    this.before = before;
    this.after = after;
    this.wanted = wanted;
    database.execute(
        "create table labelled (user_id varchar, time bigint, transaction_id varchar)");
    database.append(
        "labelled",
        () ->
            labelled.stream()
                .<List<?>>map(each -> List.of(each.userId(), each.time(), each.id()))
                .iterator());
  }

  /** Looks at a day. */
  void load(String date) throws SQLException {
    judged("judged_before", before, date);
    judged("judged_after", after, date);
    table(
        "payments",
        "select user_id, time, transaction_id, b.book as book_before, a.book as book_after,"
            + " coalesce(a.amount_minor, b.amount_minor) as amount_minor,"
            + " coalesce(a.currency, b.currency) as currency"
            + " from judged_after a full join judged_before b"
            + " using (user_id, time, transaction_id)");
    table(
        "alerts",
        raised(Which.BEFORE, before, date)
            + " union all by name "
            + raised(Which.AFTER, after, date));
    long begin = LocalDate.parse(date).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    table(
        "told",
        "select user_id, epoch_ms(event_time) as time, transaction_id from alerts where "
            + IS_OF_A_PAYMENT
            + " union select user_id, time, transaction_id from labelled where time >= "
            + begin
            + " and time < "
            + (begin + TimeUnit.DAYS.toMillis(1)));
  }

  private void table(String name, String query) throws SQLException {
    database.execute("create or replace table " + name + " as " + query);
  }

  /** Every row of a payment names the same book, and has the same content. */
  private void judged(String name, OutputLake side, String date) throws SQLException {
    table(
        name,
        "select user_id, epoch_ms(event_time) as time, transaction_id, min(book) as book,"
            + " min(amount_minor) as amount_minor, min(currency) as currency from ("
            + side.rows(LakeLayer.SILVER, date)
            + ") where "
            + isWanted()
            + " group by user_id, event_time, transaction_id");
  }

  private String raised(Which which, OutputLake side, String date) {
    return "select "
        + Duck.quoted(which)
        + " as side, * from ("
        + LayerSql.merged(LakeLayer.ALERTS, "(" + side.rows(LakeLayer.ALERTS, date) + ")")
        + ") where status = 'raised' and (not "
        + IS_OF_A_PAYMENT
        + " or "
        + isWanted()
        + ")";
  }

  private String isWanted() {
    return isIn("event_time", wanted);
  }

  /** Whether the time in a column is in a span. */
  static String isIn(String column, Span span) {
    return "(true"
        + (span.hasBegin() ? " and epoch_ms(" + column + ") >= " + span.from() : "")
        + (span.hasEnd() ? " and epoch_ms(" + column + ") < " + span.to() : "")
        + ")";
  }

  /** Payments that nobody flags and nobody has labelled, added up by the books that judged them. */
  void quiet(Duck.Rows taken) throws SQLException {
    database.query(
        "select book_before, book_after, count(*) as many, min(time) as first, max(time) as last"
            + " from payments anti join told using (user_id, time, transaction_id) group by all",
        taken);
  }

  /** The other payments, one by one. */
  void told(Duck.Rows taken) throws SQLException {
    database.query(
        "select * from payments semi join told using (user_id, time, transaction_id)", taken);
  }

  /** The alerts about payments that stand, with their sides. */
  void alertsOfPayments(Duck.Rows taken) throws SQLException {
    database.query("select * from alerts where " + IS_OF_A_PAYMENT, taken);
  }

  /** The alerts about windows of totals that stand, with their sides. */
  void alertsOfTotals(Duck.Rows taken) throws SQLException {
    database.query("select * from alerts where not " + IS_OF_A_PAYMENT, taken);
  }

  /** Which side has said what a row tells. */
  static Which sideOf(ResultSet row) throws SQLException {
    return Which.valueOf(row.getString("side"));
  }
}
