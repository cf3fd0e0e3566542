package weir.backtest.cluster;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import weir.backtest.tally.Reach;
import weir.layer.LakeLayer;
import weir.log.Entry;
import weir.log.LakeDatabase;
import weir.log.LakeLog;
import weir.log.Log;
import weir.log.Span;
import weir.log.duck.Duck;
import weir.log.source.LogSource;
import weir.model.LogPosition;

/**
 * The records that a pass over the lake would read, counted by the database. A job reads all of
 * them, but those before and after the period's reach say nothing of it.
 *
 * @param count how many they are
 * @param deadLetters how many of them the side that is tried did not judge, or hear
 */
record ReadRecords(long count, long deadLetters) {

  /** Where a record stands. */
  private record Place(String topic, int partition, long offset) {}

  /**
   * Counts them.
   *
   * @param read the log times that are read
   */
  static ReadRecords of(
      LogSource source, Span read, Reach reach, LakeDatabase database, OutputLake after)
      throws SQLException {
    // Where partitions differ in how far they are, the last minutes are counted one by one.
    Span counted =
        reach.wanted().hasEnd()
            ? new Span(read.from(), Math.max(read.from(), reach.lastMillis() - Log.CLOCKS_MILLIS))
            : read;
    long count;
    Letters letters;
    try (LakeLog log = source.lake(counted)) {
      count = log.recordsIn(counted);
      letters = new Letters(database, after, log.topics());
    }
    long deadLetters =
        letters.count(new Span(Math.max(counted.from(), reach.firstMillis()), counted.to()));
    if (counted.hasEnd()) {
      Span rest = new Span(counted.to(), read.to());
      Set<Place> dead = letters.all(rest);
      try (LakeLog log = source.lake(rest)) {
        while (!reach.isOver(log.reached())) {
          Entry entry = log.next();
          if (entry == null) {
            break;
          }
          count++;
          deadLetters += dead.contains(place(entry)) ? 1 : 0;
        }
      }
    }
    return new ReadRecords(count, deadLetters);
  }

  private static Place place(Entry entry) {
    LogPosition position = entry.record().position();
    return new Place(entry.topic(), position.partition(), position.offset());
  }

  /** The dead letters of a job that are about records of the log. */
  private record Letters(LakeDatabase database, OutputLake output, List<String> topics) {
    long count(Span span) throws SQLException {
      return Long.parseLong(database.texts("select count(*) from (" + places(span) + ")").get(0));
    }

    Set<Place> all(Span span) throws SQLException {
      Set<Place> places = new HashSet<>();
      database.query(
          places(span),
          rows -> {
            while (rows.next()) {
              places.add(new Place(rows.getString(1), rows.getInt(2), rows.getLong(3)));
            }
          });
      return places;
    }

    private String places(Span span) {
      return "select distinct topic, log_partition, log_offset from ("
          + output.rows(LakeLayer.DEAD_LETTERS)
          + ") where topic in "
          + topics.stream().map(Duck::quoted).collect(Collectors.joining(", ", "(", ")"))
          + " and "
          + DayTables.isIn("log_time", span);
    }
  }
}
