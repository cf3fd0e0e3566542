package weir.log.table;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import weir.log.duck.Duck;

/**
 * A file that is a table.
 *
 * @param sql the function that reads it
 * @param columns in their order
 * @param rejects the table of what cannot be read; null if it is read as a whole
 * @param about about how many rows it has; nothing if that is unknown
 */
record Sheet(
    Path file, String sql, List<Column> columns, @Nullable String rejects, OptionalLong about) {
  Sheet {
    columns = List.copyOf(columns);
  }

  List<String> names() {
    return columns.stream().map(Column::name).toList();
  }

  /** What stands within columns can only be named where columns have types. */
  boolean isText() {
    return rejects != null;
  }

  /** Where what is wrong with its columns is told. */
  String header() {
    return isText() ? file + ", line 1" : file.toString();
  }

  /** The type of an expression over its rows. */
  String type(Duck duck, String expression) throws SQLException {
    return duck.texts(
            "select column_type from (describe select " + expression + " from " + sql + ")")
        .get(0);
  }
}
