package weir.form;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import weir.model.Alert;
import weir.model.FlatJson;
import weir.model.Money;

/** Reads fields out of the row where a result of SQL stands. */
public final class RowReader implements FieldReader<SQLException> {
  private final ResultSet row;

  private RowReader(ResultSet row) {
    this.row = row;
  }

  /** The alert of a row that has all its columns. */
  public static Alert alert(ResultSet row) throws SQLException {
    return AlertFields.read(new RowReader(row));
  }

  /** The verdict of a row that has all its columns. */
  public static VerdictRow verdict(ResultSet row) throws SQLException {
    return VerdictFields.read(new RowReader(row));
  }

  private static <T> T present(Field field, @Nullable T value) throws SQLException {
    if (value == null) {
      throw new SQLException("no value in " + field.column());
    }
    return value;
  }

  @Override
  public String text(Field field) throws SQLException {
    return present(field, optionalText(field));
  }

  @Override
  public @Nullable String optionalText(Field field) throws SQLException {
    return row.getString(field.column());
  }

  @Override
  public List<String> texts(Field field) throws SQLException {
    Array array = present(field, row.getArray(field.column()));
    return Arrays.stream((Object[]) array.getArray()).map(String::valueOf).toList();
  }

  @Override
  public List<String> names(Field field) throws SQLException {
    return texts(field);
  }

  @Override
  public long time(Field field) throws SQLException {
    return present(field, row.getObject(field.column(), OffsetDateTime.class))
        .toInstant()
        .toEpochMilli();
  }

  @Override
  public long number(Field field) throws SQLException {
    return present(field, row.getObject(field.column(), Long.class));
  }

  @Override
  public int smallNumber(Field field) throws SQLException {
    return present(field, row.getObject(field.column(), Integer.class));
  }

  @Override
  public @Nullable Integer optionalSmallNumber(Field field) throws SQLException {
    return row.getObject(field.column(), Integer.class);
  }

  /** By its text: a database may have it as a number or, in a lake, as text. */
  @Override
  public @Nullable BigDecimal optionalDecimal(Field field) throws SQLException {
    String text = optionalText(field);
    return text == null ? null : new BigDecimal(text);
  }

  @Override
  public @Nullable String optionalJson(Field field) throws SQLException {
    String text = optionalText(field);
    return text == null ? null : FlatJson.of(text);
  }

  @Override
  public long money(Field field, Field currency) throws SQLException {
    return Money.toMinor(new BigDecimal(text(field)), Money.digits(text(currency)));
  }

  @Override
  public @Nullable Double optionalReal(Field field) throws SQLException {
    return row.getObject(field.column(), Double.class);
  }

  @Override
  public @Nullable Double realBeside(Field field, @Nullable Double beside) throws SQLException {
    return optionalReal(field);
  }

  @Override
  public boolean truth(Field field) throws SQLException {
    return present(field, row.getObject(field.column(), Boolean.class));
  }
}
