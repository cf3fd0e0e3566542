package weir.lake;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import weir.failure.MisuseException;
import weir.failure.UnavailableException;

/** A lake with its layers as views of a database that holds nothing itself. */
final class Lake implements AutoCloseable {
  /** Tells a scheme from a drive letter. */
  private static final String SCHEME = "[a-z][a-z0-9+.-]+://.*";

  /** Beam's sliding windows: they begin at whole steps since the epoch and end before their end. */
  private static final String TOTALS =
      """
      create view totals as
      select user_id, currency, window_start, window_start + interval 1 minute as window_end,
        count(*) as transactions, sum(amount_minor) as total_minor,
        sum(amount::decimal(38, 4)) as total
      from (
        select user_id, currency, amount_minor, amount,
          unnest([
            time_bucket(interval 30 seconds, event_time, timestamptz '1970-01-01 00:00:00+00'),
            time_bucket(interval 30 seconds, event_time, timestamptz '1970-01-01 00:00:00+00')
              - interval 30 seconds]) as window_start
        from silver)
      group by all
      """;

  private final Connection connection;
  private final Map<Layer, Long> files = new EnumMap<>(Layer.class);

  private Lake(Connection connection) {
    this.connection = connection;
  }

  /** Opens a folder, by its path or as file://; other file systems are up to the database. */
  static Lake open(String folder) {
    String place = place(folder);
    try {
      Properties options = new Properties();
      // What a lake holds may be more than fits into memory.
      options.setProperty("jdbc_stream_results", "true");
      Lake lake = new Lake(DriverManager.getConnection("jdbc:duckdb:", options));
      try {
        lake.view(place, folder);
        return lake;
      } catch (SQLException | UnavailableException failed) {
        lake.close();
        throw failed;
      }
    } catch (SQLException failed) {
      throw new UnavailableException(folder + ": " + sentence(failed), failed);
    }
  }

  private static String place(String folder) {
    if (folder.matches(SCHEME) && !folder.startsWith("file:")) {
      return folder.replaceFirst("/+$", "");
    }
    try {
      Path path = folder.startsWith("file:") ? Path.of(URI.create(folder)) : Path.of(folder);
      if (!Files.isDirectory(path)) {
        throw new MisuseException("no such folder: " + folder, null);
      }
      return path.toString();
    } catch (IllegalArgumentException wrong) {
      throw new MisuseException("not a folder: " + folder, wrong);
    }
  }

  private void view(String place, String folder) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("set TimeZone = 'UTC'");
      for (Layer layer : Layer.values()) {
        files.put(layer, number("select count(*) from glob(" + layer.files(place) + ")"));
      }
      if (files.values().stream().allMatch(count -> count == 0)) {
        throw new UnavailableException("no files of a lake in " + folder);
      }
      for (Layer layer : Layer.values()) {
        statement.execute(layer.rawView(place, files(layer) > 0));
        statement.execute(layer.mergedView());
      }
      statement.execute(TOTALS);
    }
  }

  /** What goes wrong with a query, without the database's drawing of where. */
  static String sentence(SQLException failed) {
    return String.valueOf(failed.getMessage())
        .lines()
        .filter(line -> !line.isBlank())
        .findFirst()
        .orElse("the query failed");
  }

  long files(Layer layer) {
    return files.getOrDefault(layer, 0L);
  }

  long rows(Layer layer) throws SQLException {
    return number("select count(*) from " + layer.view + "_raw");
  }

  long merged(Layer layer) throws SQLException {
    return number("select count(*) from " + layer.view);
  }

  private long number(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  List<String> texts(String sql) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        texts.add(row.getString(1));
      }
    }
    return texts;
  }

  /** What is done with the answer of a query while it is there. */
  interface Answer {
    void take(ResultSet rows) throws SQLException;
  }

  void query(String sql, Answer answer) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      answer.take(rows);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException ignored) {
      // It holds nothing that could be lost.
    }
  }
}
