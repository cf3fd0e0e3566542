package weir.postgres;

import java.io.Serializable;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** How elements become rows of one table. */
interface TableRows<T> extends Serializable {

  /**
   * One statement for any number of rows, given as an array for each column. Where a row is there
   * already, the one that has seen more stays.
   */
  String sql();

  void bind(PreparedStatement statement, List<T> rows) throws SQLException;

  /** About how many characters the row has, all columns together. */
  int size(T row);

  /**
   * What the table's key is made of. Rows are written in this order, so that writers never
   * deadlock.
   */
  String key(T row);

  /** Whether the second of two rows with one key replaces the first. */
  boolean replaces(T known, T other);
}
