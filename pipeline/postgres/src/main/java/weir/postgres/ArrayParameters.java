package weir.postgres;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import weir.form.Field;
import weir.form.FieldWriter;

/** Binds the rows of a statement column by column, each as one array. */
final class ArrayParameters<T> {
  private final PreparedStatement statement;
  private final List<T> rows;
  private int bound;

  ArrayParameters(PreparedStatement statement, List<T> rows) {
    this.statement = statement;
    this.rows = rows;
  }

  /**
   * The time that is in a column as epoch milliseconds. PostgreSQL multiplies intervals as doubles:
   * milliseconds alone would not be exact beyond 2255, seconds are.
   */
  static String time(String millis) {
    return String.format(
        "timestamptz 'epoch' + %1$s / 1000 * interval '1 s' + %1$s %% 1000 * interval '1 ms'",
        millis);
  }

  /** The columns of fields. */
  ArrayParameters<T> fields(List<Field> fields, Writing<T> writing) throws SQLException {
    FieldArrays arrays = new FieldArrays(fields, rows.size());
    rows.forEach(row -> writing.write(row, arrays));
    for (int i = 0; i < fields.size(); i++) {
      bind(FieldArrays.type(fields.get(i)), arrays.values(i));
    }
    return this;
  }

  /** Hands on the fields of a row, in their order. */
  interface Writing<T> {
    void write(T row, FieldWriter<RuntimeException> to);
  }

  ArrayParameters<T> text(Function<T, @Nullable String> value) throws SQLException {
    return array("text", value);
  }

  ArrayParameters<T> whole(Function<T, @Nullable Long> value) throws SQLException {
    return array("int8", value);
  }

  private ArrayParameters<T> array(String type, Function<T, ?> value) throws SQLException {
    @Nullable Object[] values = new @Nullable Object[rows.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = value.apply(rows.get(i));
    }
    bind(type, values);
    return this;
  }

  private void bind(String type, @Nullable Object[] values) throws SQLException {
    statement.setArray(++bound, statement.getConnection().createArrayOf(type, values));
  }
}
