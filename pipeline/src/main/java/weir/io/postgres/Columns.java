package weir.io.postgres;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Binds the rows of a statement column by column, each as one array. */
final class Columns<T> {
  private final PreparedStatement statement;
  private final List<T> rows;
  private int bound;

  Columns(PreparedStatement statement, List<T> rows) {
    this(statement, rows, 0);
  }

  private Columns(PreparedStatement statement, List<T> rows, int bound) {
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
  <U> Columns<U> of(List<U> others) {
    return new Columns<>(statement, others, bound);
  }

  Columns<T> text(Function<T, @Nullable String> value) throws SQLException {
    return array("text", value);
  }

  Columns<T> number(Function<T, @Nullable Number> value) throws SQLException {
    return array("numeric", value);
  }

  Columns<T> real(Function<T, @Nullable Double> value) throws SQLException {
    return array("float8", value);
  }

  Columns<T> whole(Function<T, @Nullable Long> value) throws SQLException {
    return array("int8", value);
  }

  private Columns<T> array(String type, Function<T, ?> value) throws SQLException {
    Object[] values = new Object[rows.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = value.apply(rows.get(i));
    }
    statement.setArray(++bound, statement.getConnection().createArrayOf(type, values));
    return this;
  }
}
