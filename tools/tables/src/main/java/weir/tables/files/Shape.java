package weir.tables.files;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import weir.layer.Column;
import weir.layer.LakeLayer;

/**
 * What a table is made of.
 *
 * @param table what readers call it
 * @param time the column by whose periods its files are cut
 */
public record Shape(String table, List<Column> columns, String time, Period period) {
  public Shape {
    columns = List.copyOf(columns);
  }

  /** Of files of hours. */
  public Shape(String table, List<Column> columns, String time) {
    this(table, columns, time, Period.HOUR);
  }

  /** The one of a layer's files. */
  public static Shape of(LakeLayer layer) {
    return new Shape(layer.table(), layer.columns(), layer.time());
  }

  /** The same columns under another name, in files of days. */
  public Shape ofDays(String other) {
    return new Shape(other, columns, time, Period.DAY);
  }

  /** The same with further columns. */
  public Shape and(Collection<Column> further) {
    List<Column> all = new ArrayList<>(columns);
    all.addAll(further);
    return new Shape(table, all, time, period);
  }
}
