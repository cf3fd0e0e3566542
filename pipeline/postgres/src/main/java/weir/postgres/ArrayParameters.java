package weir.postgres;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Binds the rows of a statement column by column, each as one array. */
final class ArrayParameters<T> {
  private final PreparedStatement statement;
  private final List<T> rows;
  private int bound;

  ArrayParameters(PreparedStatement statement, List<T> rows) {
    this(statement, rows, 0);
  }

  private ArrayParameters(PreparedStatement statement, List<T> rows, int bound) {
    this.statement = statement;
    this.rows = rows;
    this.bound = bound;
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

  /** Further columns, out of something else that there is of every row. */
  <U> ArrayParameters<U> of(List<U> others) {
    return new ArrayParameters<>(statement, others, bound);
  }

  ArrayParameters<T> text(Function<T, @Nullable String> value) throws SQLException {
    return array("text", value);
  }

  ArrayParameters<T> number(Function<T, @Nullable Number> value) throws SQLException {
    return array("numeric", value);
  }

  ArrayParameters<T> real(Function<T, @Nullable Double> value) throws SQLException {
    return array("float8", value);
  }

  ArrayParameters<T> whole(Function<T, @Nullable Long> value) throws SQLException {
    return array("int8", value);
  }

  private ArrayParameters<T> array(String type, Function<T, ?> value) throws SQLException {
    Object[] values = new Object[rows.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = value.apply(rows.get(i));
    }
    statement.setArray(++bound, statement.getConnection().createArrayOf(type, values));
    return this;
  }
}
