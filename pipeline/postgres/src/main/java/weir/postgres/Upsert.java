package weir.postgres;

import java.io.Serializable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import weir.notice.Books;

/** Writes rows in one transaction, and again while the database is away or busy with others. */
final class Upsert<T> implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(Upsert.class);
  private static final long FIRST_PAUSE_MILLIS = 100;
  private static final long LONGEST_PAUSE_MILLIS = 5_000;

  private final PostgresSettings settings;
  private final TableRows<T> rows;
  private final @Nullable BookTable bookTable;

  Upsert(PostgresSettings settings, TableRows<T> rows) {
    this(settings, rows, null);
  }

  /**
   * An upsert.
   *
   * @param bookTable of rows that name a book
   */
  Upsert(PostgresSettings settings, TableRows<T> rows, @Nullable BookTable bookTable) {
    this.settings = settings;
    this.rows = rows;
    this.bookTable = bookTable;
  }

  /** Returns when they are written for good. */
  void write(List<T> elements) throws SQLException, InterruptedException {
    List<T> batch = onceEach(elements);
    long end = System.nanoTime() + settings.patience().toNanos();
    long pause = FIRST_PAUSE_MILLIS;
    while (true) {
      try {
        writeOnce(batch);
        return;
      } catch (SQLException failed) {
        if (!Transience.isTransient(failed)) {
          throw failed;
        }
        if (System.nanoTime() - end > 0) {
          throw settings.limit().over(failed);
        }
        LOG.warn("PostgreSQL does not take {} rows, another attempt follows", batch.size(), failed);
        TimeUnit.MILLISECONDS.sleep(pause);
        pause = Math.min(LONGEST_PAUSE_MILLIS, 2 * pause);
      }
    }
  }

  /** One statement cannot touch a row twice. */
  private List<T> onceEach(List<T> elements) {
    TreeMap<String, T> byKey = new TreeMap<>();
    for (T element : elements) {
      byKey.merge(
          rows.key(element),
          element,
          (known, other) -> rows.replaces(known, other) ? other : known);
    }
    return List.copyOf(byKey.values());
  }

  private void writeOnce(List<T> batch) throws SQLException {
    Books missing = bookTable == null ? null : bookTable.missing();
    try (Connection connection = Pools.connect(settings);
        PreparedStatement statement = connection.prepareStatement(rows.sql())) {
      if (missing != null) {
        BookTable.write(connection, missing);
      }
      rows.bind(statement, batch);
      statement.executeUpdate();
      connection.commit();
    }
    if (bookTable != null && missing != null) {
      bookTable.stand(missing);
    }
  }
}
