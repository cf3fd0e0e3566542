package weir.tables.derive;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import weir.layer.Column;
import weir.layer.DeclaredColumns;
import weir.log.duck.Duck;
import weir.tables.files.Shape;

/** The answer of a query as a file that tables know by the ids of its columns. */
final class ParquetCopy {
  /**
   * A part of a file that a reader can leave out. Of fewer rows there would be more parts, and to
   * know all of them is what a reader must read at least.
   */
  private static final int PART_ROWS = 4096;

  private ParquetCopy() {}

  /**
   * Writes it.
   *
   * @param query its columns are those of the shape, and those of declared fields
   * @param order rows that are asked for together stand together
   */
  static void write(Duck duck, Shape shape, String query, List<String> order, Path to)
      throws SQLException {
    List<String> names = duck.texts("select column_name from (describe " + query + ")");
    duck.execute(
        String.format(
            "copy (select * from (%s) order by %s) to %s (format parquet, compression zstd,"
                + " row_group_size %d, field_ids %s)",
            query, String.join(", ", order), Duck.quoted(to), PART_ROWS, ids(shape, names)));
  }

  private static String ids(Shape shape, List<String> names) {
    return Stream.concat(shape.columns().stream(), DeclaredColumns.among(names).stream())
        .map(ParquetCopy::id)
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static String id(Column column) {
    return Duck.name(column.name())
        + ": "
        + (column.type() == Column.Type.TEXTS
            ? "{__duckdb_field_id: " + column.id() + ", element: " + column.itemId() + "}"
            : column.id());
  }
}
