package weir.tables.commit;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import weir.layer.Column;
import weir.tables.files.FileFacts;

/** A table over the files of a layer, into which several committers may put files at once. */
public interface OpenTable {

  /** What readers call it. */
  String name();

  /** The places of all files that it has now. */
  Set<String> known();

  /** Forgets what it was longer ago than that. */
  void expire(Duration keep, long now);

  /** Makes sure that it has some columns; whether it did not have them all. */
  boolean grow(Collection<Column> columns);

  /**
   * Adds files that it does not have, if nobody has added any since {@link #known} was asked. If
   * somebody has, none of them is added.
   */
  Appended append(List<FileFacts> files);
}
