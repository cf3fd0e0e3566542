package weir.tables.commit;

import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import weir.tables.files.FileFacts;

/** A table of hours, each of one file. */
public interface HourTable {
  /** What readers call it. */
  String name();

  /** Where its files are, in folders by date and hour. */
  String folder();

  /** The path of each hour's file, as it is now. */
  SortedMap<Long, String> known();

  /**
   * Puts files into the place of those that their hours had, if nobody has changed the table since
   * {@link #known} was asked. If somebody has, nothing is changed. After a failure they may be in
   * it or not.
   */
  boolean swap(List<FileFacts> files);

  /** Forgets what it was longer ago than that, and deletes what only that needed. */
  void expire(Duration keep, long now);
}
