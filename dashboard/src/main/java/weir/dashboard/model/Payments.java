package weir.dashboard.model;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import weir.dashboard.store.Query;
import weir.form.DeclaredJson;
import weir.model.Money;
import weir.model.Transaction;

/**
 * A sample of the payments of a stretch: the same part of each of its slices, so that it is as the
 * payments are however many there are. Each slice is found by the index of times.
 */
final class Payments {
  /**
   * So many say how some twenty bins are filled to a thousandth of an index. No slice gives more,
   * however uneven payments are.
   */
  static final int WANTED = 20_000;

  /** The part that says how many payments there are about. */
  private static final double FIRST_PART = 1.0 / 60;

  /** Where the part of a slice begins goes up and down, so that it is not always the full hour. */
  private static final double GOLDEN = 0.618033988749895;

  private static final String BETWEEN =
      " from transactions where event_time >= ? and event_time < ? limit ?";
  private static final String COUNT = "select count(*) from (select 1" + BETWEEN + ") as counted";
  private static final String READ =
      """
      select user_id, event_time, transaction_id, amount, currency, merchant_id, category,
        payment_method, city, country, latitude, longitude, device_id, fields, score, book
      """
          + BETWEEN;

  /** A database that needs longer has better things to do. */
  private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(8);

  private static final String TOO_LONG = "57014";

  /**
   * One of them.
   *
   * @param score absent if no model was asked
   */
  record Payment(Transaction transaction, @Nullable Integer score, int book) {}

  private final Connection connection;
  private final Stretch stretch;
  private final long end;
  private final long begun = System.nanoTime();

  Payments(Connection connection, Stretch stretch, long end) {
    this.connection = connection;
    this.stretch = stretch;
    this.end = end;
  }

  /** Reads them, and returns which part of the time that is. */
  double read(Consumer<Payment> each) throws SQLException {
    double part = part(count());
    for (int slice = 0; slice < stretch.slices(); slice++) {
      checkTime();
      Query.of(connection, READ, Payments::payment, begin(slice, part), end(slice, part), WANTED)
          .forEach(each);
    }
    return part;
  }

  /** How many there are in the first part that is looked at. */
  private long count() throws SQLException {
    long count = 0;
    for (int slice = 0; slice < stretch.slices(); slice++) {
      checkTime();
      count +=
          Query.only(
              connection,
              COUNT,
              row -> row.getLong(1),
              begin(slice, FIRST_PART),
              end(slice, FIRST_PART),
              WANTED);
    }
    return count;
  }

  private void checkTime() throws SQLException {
    if (System.nanoTime() - begun > MOST_NANOS) {
      throw new SQLException("the sample takes too long", TOO_LONG);
    }
  }

  static double part(long inFirstPart) {
    return Math.min(1, FIRST_PART * WANTED / Math.max(1, inFirstPart));
  }

  private Timestamp begin(int slice, double part) {
    return Query.time(beginMillis(slice, part));
  }

  private Timestamp end(int slice, double part) {
    return Query.time(beginMillis(slice, part) + width(part));
  }

  private long width(double part) {
    return Math.max(1, Math.round(stretch.sliceMillis() * part));
  }

  private long beginMillis(int slice, double part) {
    double shift = slice * GOLDEN % 1;
    long room = stretch.sliceMillis() - width(part);
    return stretch.beginsBefore(end) + slice * stretch.sliceMillis() + (long) (room * shift);
  }

  private static Payment payment(ResultSet row) throws SQLException {
    String currency = row.getString("currency");
    Double latitude = row.getObject("latitude", Double.class);
    Double longitude = row.getObject("longitude", Double.class);
    boolean placed = latitude != null && longitude != null;
    Transaction transaction =
        new Transaction(
            row.getString("transaction_id"),
            row.getString("user_id"),
            row.getBigDecimal("amount").movePointRight(Money.digits(currency)).longValue(),
            currency,
            Query.millis(row, "event_time"),
            row.getString("merchant_id"),
            row.getString("category"),
            row.getString("payment_method"),
            row.getString("city"),
            row.getString("country"),
            placed ? latitude : null,
            placed ? longitude : null,
            row.getString("device_id"),
            DeclaredJson.read(row.getString("fields")));
    return new Payment(transaction, row.getObject("score", Integer.class), row.getInt("book"));
  }
}
