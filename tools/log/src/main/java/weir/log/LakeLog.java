package weir.log;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import weir.failure.UnavailableException;
import weir.log.duck.Duck;
import weir.model.LogPosition;
import weir.model.LogRecord;

/**
 * The bronze of a lake, hour by hour. Within an hour the database sorts; what could still come from
 * the next hour, if clocks differ, is waited for.
 */
public final class LakeLog implements Log {
  private final Bronze bronze;
  private final BronzeTopics topics;
  private final List<String> read;
  private final Span span;
  private final Deque<Bronze.Hour> hours;
  private final long records;
  private final Settled settled = new Settled();
  private Bronze.@Nullable Rows rows;
  private @Nullable Entry last;

  private LakeLog(Bronze bronze, BronzeTopics topics, Set<Kind> kinds, Span span)
      throws SQLException {
    this.bronze = bronze;
    this.topics = topics;
    this.read = topics.of(kinds);
    this.span = span;
    this.hours = new ArrayDeque<>(read.isEmpty() ? List.of() : bronze.hours(span));
    this.records = bronze.records(hours);
  }

  /**
   * Opens a lake.
   *
   * @param folder its path, or as file://; other file systems are up to the database
   * @param topic of transactions; null is the only one
   * @param labelTopic of labels; null is the one that belongs to the topic, if it is there
   */
  public static LakeLog open(
      String folder, @Nullable String topic, @Nullable String labelTopic, Span span) {
    return open(folder, topic, labelTopic, Kind.ALL, span);
  }

  /**
   * The same, but only records of some kinds.
   *
   * @param kinds those that are read
   */
  public static LakeLog open(
      String folder,
      @Nullable String topic,
      @Nullable String labelTopic,
      Set<Kind> kinds,
      Span span) {
    Bronze bronze = Bronze.open(folder);
    try {
      return new LakeLog(bronze, BronzeTopics.of(bronze, topic, labelTopic), kinds, span);
    } catch (SQLException failed) {
      bronze.close();
      throw new UnavailableException(folder + ": " + Duck.sentence(failed), failed);
    } catch (RuntimeException failed) {
      bronze.close();
      throw failed;
    }
  }

  /** The topics of a lake: first that of the transactions, then that of labels if it is there. */
  public static List<String> topics(
      String folder, @Nullable String topic, @Nullable String labelTopic) {
    try (Bronze bronze = Bronze.open(folder)) {
      return BronzeTopics.of(bronze, topic, labelTopic).of(Kind.ALL);
    } catch (SQLException failed) {
      throw new UnavailableException(folder + ": " + Duck.sentence(failed), failed);
    }
  }

  @Override
  public @Nullable Entry next() {
    try {
      while (!settled.hasNext()) {
        Entry read = read();
        if (read == null) {
          return settled.isEmpty() ? null : settled.next();
        }
        settled.add(read);
      }
      return settled.next();
    } catch (SQLException failed) {
      throw new UnavailableException(bronze.folder() + ": " + Duck.sentence(failed), failed);
    }
  }

  /** A row of bronze, which may be there several times. */
  private @Nullable Entry read() throws SQLException {
    while (true) {
      if (rows == null) {
        Bronze.Hour hour = hours.poll();
        if (hour == null) {
          settled.end();
          return null;
        }
        rows = bronze.rows(hour, read, span);
      }
      Bronze.Row row = rows.next();
      if (row == null) {
        rows.close();
        rows = null;
      } else {
        Entry entry = new Entry(topics.kind(row.topic()), row.topic(), row.record());
        if (last == null || !isSame(last, entry)) {
          last = entry;
          return entry;
        }
      }
    }
  }

  private static boolean isSame(Entry one, Entry other) {
    return one.topic().equals(other.topic()) && position(one).equals(position(other));
  }

  private static LogPosition position(Entry entry) {
    LogRecord record = entry.record();
    return record.position();
  }

  @Override
  public long reached() {
    return Log.behind(settled.reached());
  }

  @Override
  public long records() {
    return records;
  }

  /** How many records it has in a span, counted by the database. */
  public long recordsIn(Span some) {
    try {
      return bronze.distinct(read, some);
    } catch (SQLException failed) {
      throw new UnavailableException(bronze.folder() + ": " + Duck.sentence(failed), failed);
    }
  }

  /** The topics that it reads: first that of the transactions. */
  public List<String> topics() {
    return read;
  }

  @Override
  public void close() {
    bronze.close();
  }
}
