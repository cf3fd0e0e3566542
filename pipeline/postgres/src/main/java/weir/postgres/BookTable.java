package weir.postgres;

import java.io.Serializable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import weir.notice.Announced;
import weir.notice.Announcements;
import weir.notice.Books;

/**
 * The books that were announced, in a table of their own: before an answer that names one is there,
 * the book is.
 */
final class BookTable implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final String SQL =
      """
      insert into rule_books as known
        (number, announced_at, in_force_from, cancelled, author, comment, rules)
      values (?, ?, ?, ?, ?, ?, ?)
      on conflict (number) do update set
        announced_at = excluded.announced_at, in_force_from = excluded.in_force_from,
        cancelled = excluded.cancelled, author = excluded.author, comment = excluded.comment,
        rules = excluded.rules
      where (known.announced_at, known.cancelled, known.rules)
        is distinct from (excluded.announced_at, excluded.cancelled, excluded.rules)
      """;

  private final Announcements announcements;

  /** What stands in the table already, as far as this step has written it. */
  private transient @Nullable Books written;

  BookTable(Announcements announcements) {
    this.announcements = announcements;
  }

  /** What is to be written before any answer that was given by now; nothing if all is there. */
  @Nullable Books missing() {
    // What is in force by now was announced long enough ago that it must be known.
    Books books = announcements.knownAt(System.currentTimeMillis());
    Books known = written;
    return known != null && books.all().equals(known.all()) ? null : books;
  }

  /** Writes them; whether they stay is for the transaction to say. */
  static void write(Connection connection, Books books) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(SQL)) {
      for (Announced each : books.all()) {
        insert.setInt(1, each.number());
        setTime(insert, 2, each.at());
        setTime(insert, 3, each.inForceFrom());
        insert.setBoolean(4, each.cancelled());
        insert.setString(5, each.author());
        insert.setString(6, each.comment());
        insert.setString(7, each.text());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** They are there for good. */
  void stand(Books books) {
    written = books;
  }

  private static void setTime(PreparedStatement insert, int place, long millis)
      throws SQLException {
    if (millis == Announced.FROM_THE_BEGINNING) {
      insert.setNull(place, Types.TIMESTAMP_WITH_TIMEZONE);
    } else {
      insert.setObject(
          place, OffsetDateTime.ofInstant(Instant.ofEpochMilli(millis), ZoneOffset.UTC));
    }
  }
}
