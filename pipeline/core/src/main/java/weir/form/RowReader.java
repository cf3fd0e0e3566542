package weir.form;

import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import weir.model.Alert;

/** Reads fields out of the row where a result of SQL stands. */
public final class RowReader implements FieldReader {
  private final ResultSet row;

  private RowReader(ResultSet row) {
    this.row = row;
  }

  /** The alert of a row that has all its columns. */
  public static Alert alert(ResultSet row) throws SQLException {
    try {
      return AlertFields.read(new RowReader(row));
    } catch (Unreadable unreadable) {
      throw unreadable.cause;
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** What a database says of a row, on its way through those who know of no database. */
  private static final class Unreadable extends IOException {
    private static final long serialVersionUID = 1L;

    private final SQLException cause;

    Unreadable(SQLException cause) {
      super(cause);
      this.cause = cause;
    }
  }

  private interface Reading<T> {
    @Nullable T read() throws SQLException;
  }

  private static <T> T read(Field<?> field, Reading<T> reading) throws IOException {
    T value = readOptional(reading);
    if (value == null) {
      throw new Unreadable(new SQLException("no value in " + field.column()));
    }
    return value;
  }

  private static <T> @Nullable T readOptional(Reading<T> reading) throws IOException {
    try {
      return reading.read();
    } catch (SQLException failed) {
      throw new Unreadable(failed);
    }
  }

  @Override
  public String text(Field<?> field) throws IOException {
    return read(field, () -> row.getString(field.column()));
  }

  @Override
  public @Nullable String optionalText(Field<?> field) throws IOException {
    return readOptional(() -> row.getString(field.column()));
  }

  @Override
  public List<String> texts(Field<?> field) throws IOException {
    return read(
        field,
        () -> {
          Array array = row.getArray(field.column());
          return array == null
              ? null
              : Arrays.stream((Object[]) array.getArray()).map(String::valueOf).toList();
        });
  }

  @Override
  public long time(Field<?> field) throws IOException {
    return read(field, () -> row.getObject(field.column(), OffsetDateTime.class))
        .toInstant()
        .toEpochMilli();
  }

  @Override
  public long number(Field<?> field) throws IOException {
    return read(field, () -> row.getLong(field.column()));
  }

  @Override
  public int smallNumber(Field<?> field) throws IOException {
    return read(field, () -> row.getInt(field.column()));
  }

  /** By its text: a database may have it as a number or, in a lake, as text. */
  @Override
  public BigDecimal decimal(Field<?> field) throws IOException {
    return new BigDecimal(text(field));
  }
}
