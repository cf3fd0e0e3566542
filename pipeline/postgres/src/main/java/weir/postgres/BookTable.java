package weir.postgres;

import java.io.Serializable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import weir.model.Alert;
import weir.notice.Announced;
import weir.notice.Announcements;
import weir.notice.Books;
import weir.rules.Audience;
import weir.rules.KeyedRule;

/**
 * The books that were announced, and which versions of rules about single payments stand in each,
 * in tables of their own: before an answer that names one is there, the book is.
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

  private static final String RULES =
      """
      insert into book_rules as known (book, rule_id, rule_version, modes)
      values (?, ?, ?, string_to_array(?, ','))
      on conflict (book, rule_id, rule_version) do update set modes = excluded.modes
      where known.modes is distinct from excluded.modes
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
    try (PreparedStatement insert = connection.prepareStatement(RULES)) {
      for (Announced each : books.all()) {
        for (KeyedRule rule : each.book().keyedRules()) {
          insert.setInt(1, each.number());
          insert.setString(2, rule.header().id());
          insert.setInt(3, rule.header().version());
          insert.setString(4, modes(rule.header().audience()));
          insert.addBatch();
        }
      }
      insert.executeBatch();
    }
  }

  /** In which it may raise alerts, if nobody snoozes any. */
  private static String modes(Audience audience) {
    return audience.modes().stream().map(Alert.Mode::code).collect(Collectors.joining(","));
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
