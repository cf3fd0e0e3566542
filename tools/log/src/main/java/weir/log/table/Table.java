package weir.log.table;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Blob;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import weir.failure.MisuseException;
import weir.failure.UnavailableException;
import weir.fields.RecordLayout;
import weir.files.RecordFormat;
import weir.form.LabelParser;
import weir.form.TransactionParser;
import weir.log.duck.Duck;
import weir.model.LogPosition;
import weir.model.Payload;

/**
 * A file that is a table, whose rows become JSON objects: the name of a column is that of a field.
 * The rows come in the order of their times, and those of one time in the order of the file,
 * whatever order they have there. Those without a time come last, and then the lines that are no
 * rows.
 */
public final class Table implements AutoCloseable {
  private final TableQuery query;
  private final Duck duck;
  private @Nullable Statement statement;
  private @Nullable ResultSet rows;
  private boolean rejects;
  private long highest;

  private Table(TableQuery query, Duck duck) {
    this.query = query;
    this.duck = duck;
  }

  /**
   * A row of a table.
   *
   * @param number the first one is 1
   * @param time {@link LogPosition#NO_TIME} if it has none that can be read
   */
  public record Row(long number, long time, Payload value) {}

  /** What makes the queries of a table. */
  private interface Queries {
    TableQuery of(Sheet sheet, Duck duck) throws SQLException;
  }

  /**
   * Opens a table of payments.
   *
   * @param database that reads it
   * @param number tells it apart from others of the same database
   */
  public static Table ofTransactions(
      Duck database, Path file, RecordFormat format, int number, RecordLayout layout) {
    TransactionParser parser = TransactionParser.of(layout);
    return open(
        database,
        file,
        format,
        number,
        (sheet, duck) -> TableQuery.ofTransactions(sheet, duck, Wanted.ofTransactions(layout)),
        new FirstRows(parser::parse, /* mayBeEmpty= */ false));
  }

  /**
   * Opens a table of labels.
   *
   * @param delayMillis how long after its payment a label is said that does not tell
   */
  public static Table ofLabels(
      Duck database,
      Path file,
      RecordFormat format,
      int number,
      RecordLayout layout,
      long delayMillis) {
    LabelParser parser = LabelParser.of(layout);
    return open(
        database,
        file,
        format,
        number,
        (sheet, duck) -> TableQuery.ofLabels(sheet, duck, Wanted.ofLabels(layout), delayMillis),
        new FirstRows(parser::parse, /* mayBeEmpty= */ true));
  }

  private static Table open(
      Duck database,
      Path file,
      RecordFormat format,
      int number,
      Queries queries,
      FirstRows firstRows) {
    try {
      Duck duck = database.beside();
      try {
        Sheet sheet =
            format == RecordFormat.PARQUET ? ParquetFile.of(file, duck) : CsvFile.of(file, number);
        TableQuery query = queries.of(sheet, duck);
        firstRows.check(query, duck);
        return new Table(query, duck);
      } catch (IOException | SQLException | RuntimeException failed) {
        duck.close();
        throw failed;
      }
    } catch (NoSuchFileException missing) {
      throw new MisuseException(file + ": there is no such file", missing);
    } catch (IOException failed) {
      throw new MisuseException(
          file
              + ": "
              + (Files.isDirectory(file)
                  ? "is a folder"
                  : "cannot be read: " + failed.getMessage()),
          failed);
    } catch (SQLException failed) {
      throw unreadable(file, failed);
    }
  }

  private static UnavailableException unreadable(Path file, SQLException failed) {
    return new UnavailableException(file + ": " + Duck.sentence(failed), failed);
  }

  /** The next row; nothing at the end. */
  public @Nullable Row next() {
    try {
      ResultSet from = rows;
      if (from == null) {
        from = ask(query.sorted());
      }
      if (!rejects) {
        if (from.next()) {
          return row(from);
        }
        if (!query.sheet().isText()) {
          return null;
        }
        rejects = true;
        from = ask(query.rejected());
      }
      return from.next() ? reject(from) : null;
    } catch (SQLException failed) {
      throw unreadable(query.sheet().file(), failed);
    }
  }

  private ResultSet ask(String sql) throws SQLException {
    closeAnswer();
    statement = duck.connection().createStatement();
    rows = statement.executeQuery(sql);
    return rows;
  }

  private Row row(ResultSet from) throws SQLException {
    long number = from.getLong(1);
    long time = from.getLong(2);
    time = from.wasNull() ? LogPosition.NO_TIME : time;
    Blob json = from.getBlob(3);
    highest = Math.max(highest, number);
    return new Row(number, time, new Payload(json.getBytes(1, (int) json.length())));
  }

  /** A line that is no row; it has a number behind those of all rows. */
  private Row reject(ResultSet from) throws SQLException {
    String line = from.getString(2);
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    return new Row(++highest, LogPosition.NO_TIME, new Payload(bytes));
  }

  /** About how many rows there are; 0 if that is unknown. */
  public long rows() {
    return query.sheet().about().orElse(0);
  }

  public String name() {
    return query.sheet().file().toString();
  }

  private void closeAnswer() throws SQLException {
    if (rows != null) {
      rows.close();
    }
    if (statement != null) {
      statement.close();
    }
  }

  @Override
  public void close() {
    duck.close();
  }
}
