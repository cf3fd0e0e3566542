package weir.log;

import java.sql.Blob;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import weir.failure.UnavailableException;
import weir.log.duck.Duck;
import weir.model.LogPosition;
import weir.model.LogRecord;
import weir.model.Payload;

/** The layer of a lake that has the records as they were read. */
final class Bronze implements AutoCloseable {
  private static final String FILES = "/bronze/date=*/hour=*/*.parquet";
  private static final DateTimeFormatter HOUR =
      DateTimeFormatter.ofPattern("'date='uuuu-MM-dd'/hour='HH", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final String folder;
  private final LakeDatabase database;

  private Bronze(String folder, LakeDatabase database) {
    this.folder = folder;
    this.database = database;
  }

  static Bronze open(String folder) {
    try {
      LakeDatabase database = LakeDatabase.open(folder);
      try {
        // An hour may be more than fits into memory.
        database.sortOnDisk();
        return new Bronze(folder, database);
      } catch (SQLException failed) {
        database.close();
        throw failed;
      }
    } catch (SQLException failed) {
      throw new UnavailableException(folder + ": " + Duck.sentence(failed), failed);
    }
  }

  String folder() {
    return folder;
  }

  List<String> topics() throws SQLException {
    if (database
        .texts("select file from glob(" + Duck.quoted(database.place() + FILES) + ") limit 1")
        .isEmpty()) {
      throw new UnavailableException(
          folder
              + " has no bronze: it is no lake, or a job has not finished the first file of it yet");
    }
    List<String> topics =
        database.texts(
            "select distinct topic from read_parquet("
                + Duck.quoted(database.place() + FILES)
                + ") order by 1");
    if (topics.isEmpty()) {
      throw new UnavailableException(folder + " has no records");
    }
    return topics;
  }

  /** The files of each hour that has something of a span, in the order of the hours. */
  List<Hour> hours(Span span) throws SQLException {
    String from = span.hasBegin() ? hourOf(span.from()) : "";
    String to = span.hasEnd() ? hourOf(span.to()) : "e";
    List<Hour> hours = new ArrayList<>();
    try (Statement statement = database.connection().createStatement();
        ResultSet row =
            statement.executeQuery(
                "select regexp_extract(file, 'date=[^/]*/hour=[0-9]+') as hour, file from glob("
                    + Duck.quoted(database.place() + FILES)
                    + ") where hour between "
                    + Duck.quoted(from)
                    + " and "
                    + Duck.quoted(to)
                    + " order by hour, file")) {
      while (row.next()) {
        String name = row.getString(1);
        if (hours.isEmpty() || !hours.get(hours.size() - 1).name().equals(name)) {
          hours.add(new Hour(name, new ArrayList<>()));
        }
        hours.get(hours.size() - 1).files().add(row.getString(2));
      }
    }
    return hours;
  }

  /** The files of an hour of log time. */
  record Hour(String name, List<String> files) {
    String literal() {
      return files.stream().map(Duck::quoted).collect(Collectors.joining(", ", "[", "]"));
    }
  }

  private static String hourOf(long millis) {
    return HOUR.format(Instant.ofEpochMilli(millis));
  }

  /** How many records there are in the files of some hours, of all topics. */
  long records(Collection<Hour> hours) throws SQLException {
    long records = 0;
    for (Hour each : hours) {
      records +=
          Long.parseLong(
              database
                  .texts("select sum(num_rows) from parquet_file_metadata(" + each.literal() + ")")
                  .get(0));
    }
    return records;
  }

  /** How many records of some topics there are in a span, each once. */
  long distinct(Collection<String> topics, Span span) throws SQLException {
    long records = 0;
    for (Hour each : hours(span)) {
      records +=
          Long.parseLong(
              database
                  .texts(
                      "select count(*) from (select distinct topic, log_partition, log_offset,"
                          + " log_time"
                          + from(each, topics, span)
                          + ")")
                  .get(0));
    }
    return records;
  }

  /** The records of an hour by their log times; they may be there several times. */
  Rows rows(Hour hour, Collection<String> topics, Span span) throws SQLException {
    return new Rows(
        database.connection(),
        "select topic, log_partition, log_offset, epoch_ms(log_time), key, value"
            + from(hour, topics, span)
            + " order by log_time, topic, log_partition, log_offset");
  }

  private static String from(Hour hour, Collection<String> topics, Span span) {
    String wanted = topics.stream().map(Duck::quoted).collect(Collectors.joining(", ", "(", ")"));
    return " from read_parquet("
        + hour.literal()
        + ") where topic in "
        + wanted
        + (span.hasBegin() ? " and epoch_ms(log_time) >= " + span.from() : "")
        + (span.hasEnd() ? " and epoch_ms(log_time) < " + span.to() : "");
  }

  /** Rows that are read one after the other. */
  static final class Rows implements AutoCloseable {
    private final Statement statement;
    private final ResultSet rows;

    private Rows(Connection connection, String sql) throws SQLException {
      statement = connection.createStatement();
      rows = statement.executeQuery(sql);
    }

    /** The next row; nothing at the end. */
    @Nullable Row next() throws SQLException {
      if (!rows.next()) {
        return null;
      }
      return new Row(
          rows.getString(1),
          new LogRecord(
              new LogPosition(rows.getInt(2), rows.getLong(3), rows.getLong(4)),
              payload(rows.getBlob(5)),
              payload(rows.getBlob(6))));
    }

    private static @Nullable Payload payload(@Nullable Blob blob) throws SQLException {
      return blob == null ? null : new Payload(blob.getBytes(1, (int) blob.length()));
    }

    @Override
    public void close() throws SQLException {
      rows.close();
      statement.close();
    }
  }

  /** A record, and the topic in which it stood. */
  record Row(String topic, LogRecord record) {}

  @Override
  public void close() {
    database.close();
  }
}
