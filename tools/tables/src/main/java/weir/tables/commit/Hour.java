package weir.tables.commit;

import java.nio.file.Path;
import java.sql.SQLException;

/**
 * An hour of a table whose rows follow from other files, or a longer period: it is one file, whose
 * name tells of what it was made.
 */
public interface Hour {
  /** The first of the period, counted from the epoch. */
  long hour();

  /** Names all that its rows follow from, in 32 hexadecimal digits: if that changes, so does it. */
  String source();

  /** Writes its rows to a new file of Parquet. */
  void write(Path to) throws SQLException;
}
