package weir.tables.files;

import java.util.List;
import weir.layer.Column;
import weir.layer.LakeLayer;

/**
 * What a table is made of.
 *
 * @param table what readers call it
 * @param time the column by whose hour its files are in folders
 */
public record Shape(String table, List<Column> columns, String time) {
  public Shape {
    columns = List.copyOf(columns);
  }

  /** The one of a layer's files. */
  public static Shape of(LakeLayer layer) {
    return new Shape(layer.table(), layer.columns(), layer.time());
  }

  /** The same columns under another name. */
  public Shape named(String other) {
    return new Shape(other, columns, time);
  }
}
