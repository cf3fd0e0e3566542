package weir.backtest.cluster;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import weir.backtest.tally.Quiet;
import weir.backtest.tally.Settled;
import weir.backtest.tally.Side;
import weir.backtest.tally.Tally;
import weir.backtest.tally.TotalWindow;
import weir.backtest.tally.Which;
import weir.failure.UnavailableException;
import weir.form.RowReader;
import weir.model.Alert;
import weir.model.Payment;
import weir.notice.Announced;
import weir.notice.NumberedBook;

/**
 * Hands a tally what the jobs of both sides have left, day by day. What it holds is what is flagged
 * or labelled of a day; the database adds up the rest.
 */
final class LakeAnswer {
  private final DayTables tables;
  private final Tally tally;
  private final Map<Integer, NumberedBook> booksBefore;
  private final Map<Integer, NumberedBook> booksAfter;

  /**
   * Nothing is read yet.
   *
   * @param before absent if there is nothing to compare with
   */
  LakeAnswer(DayTables tables, Tally tally, @Nullable Side before, Side after) {
    this.tables = tables;
    this.tally = tally;
    this.booksBefore = before == null ? Map.of() : books(before);
    this.booksAfter = books(after);
  }

  private static Map<Integer, NumberedBook> books(Side side) {
    Map<Integer, NumberedBook> books = new HashMap<>();
    for (Announced each : side.announcements().knownAt(Long.MAX_VALUE).all()) {
      books.put(each.number(), each.book());
    }
    return books;
  }

  /** Reads all days. */
  void read(SortedSet<String> dates, JudgedLake.Progress progress) throws SQLException {
    int done = 0;
    for (String date : dates) {
      progress.at(done++, dates.size());
      tables.load(date);
      tables.quiet(this::quiet);
      payments().forEach(each -> tally.settled(each.settled()));
      for (Window each : windows()) {
        tally.settled(each.before, each.after);
      }
    }
  }

  private void quiet(ResultSet rows) throws SQLException {
    while (rows.next()) {
      tally.settled(
          new Quiet(
              rows.getLong("many"),
              rows.getLong("first"),
              rows.getLong("last"),
              book(rows, "book_before", booksBefore),
              book(rows, "book_after", booksAfter)));
    }
  }

  private static @Nullable NumberedBook book(
      ResultSet row, String column, Map<Integer, NumberedBook> books) throws SQLException {
    int number = row.getInt(column);
    if (row.wasNull()) {
      return null;
    }
    NumberedBook book = books.get(number);
    if (book == null) {
      throw new UnavailableException(
          "a job names book " + number + ", which it was not given: its output is of another run");
    }
    return book;
  }

  /** A window of a total, with the alerts that stand. */
  private static final class Window {
    private final List<Alert> before = new ArrayList<>(0);
    private final List<Alert> after = new ArrayList<>(0);

    void add(Which side, Alert alert) {
      switch (side) {
        case BEFORE -> before.add(alert);
        case AFTER -> after.add(alert);
      }
    }
  }

  /** A payment, with the alerts that stand. */
  private record Told(Settled bare, Window said) {
    Settled settled() {
      return new Settled(
          bare.payment(),
          bare.amountMinor(),
          bare.currency(),
          bare.before(),
          bare.after(),
          said.before,
          said.after);
    }
  }

  private Collection<Told> payments() throws SQLException {
    Map<Payment, Told> payments = new LinkedHashMap<>();
    tables.told(
        rows -> {
          while (rows.next()) {
            Settled bare = bare(rows);
            payments.put(bare.payment(), new Told(bare, new Window()));
          }
        });
    tables.alertsOfPayments(
        rows -> {
          while (rows.next()) {
            Alert alert = RowReader.alert(rows);
            Told told = payments.get(paymentOf(alert));
            if (told == null) {
              throw new UnavailableException(
                  "the alert "
                      + alert.id()
                      + " is about a payment that its job did not write: its output is not whole");
            }
            told.said().add(DayTables.sideOf(rows), alert);
          }
        });
    return payments.values();
  }

  private static Payment paymentOf(Alert alert) {
    return new Payment(String.valueOf(alert.transactionId()), alert.userId(), alert.eventTime());
  }

  private Settled bare(ResultSet row) throws SQLException {
    return new Settled(
        new Payment(row.getString("transaction_id"), row.getString("user_id"), row.getLong("time")),
        row.getLong("amount_minor"),
        row.getString("currency"),
        book(row, "book_before", booksBefore),
        book(row, "book_after", booksAfter),
        List.of(),
        List.of());
  }

  private Collection<Window> windows() throws SQLException {
    Map<TotalWindow, Window> windows = new LinkedHashMap<>();
    tables.alertsOfTotals(
        rows -> {
          while (rows.next()) {
            Alert alert = RowReader.alert(rows);
            windows
                .computeIfAbsent(TotalWindow.of(alert), any -> new Window())
                .add(DayTables.sideOf(rows), alert);
          }
        });
    return windows.values();
  }
}
