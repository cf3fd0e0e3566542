package weir.lake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import weir.failure.UnavailableException;
import weir.log.LakeDatabase;
import weir.log.duck.Duck;

/** A lake with its layers as views of a database that holds nothing itself. */
final class Lake implements AutoCloseable {
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

  private final LakeDatabase database;
  private final Map<Layer, Long> files = new EnumMap<>(Layer.class);

  private Lake(LakeDatabase database) {
    this.database = database;
  }

  /** Opens a folder, by its path or as file://; other file systems are up to the database. */
  static Lake open(String folder) {
    try {
      Lake lake = new Lake(LakeDatabase.open(folder));
      try {
        lake.view(folder);
        return lake;
      } catch (SQLException | UnavailableException failed) {
        lake.close();
        throw failed;
      }
    } catch (SQLException failed) {
      throw new UnavailableException(folder + ": " + Duck.sentence(failed), failed);
    }
  }

  private void view(String folder) throws SQLException {
    String place = database.place();
    for (Layer layer : Layer.values()) {
      files.put(layer, number("select count(*) from glob(" + layer.files(place) + ")"));
    }
    if (files.values().stream().allMatch(count -> count == 0)) {
      throw new UnavailableException("no files of a lake in " + folder);
    }
    for (Layer layer : Layer.values()) {
      database.execute(layer.rawView(place, files(layer) > 0));
      database.execute(layer.mergedView());
    }
    database.execute(TOTALS);
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
    try (Statement statement = database.connection().createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  List<String> texts(String sql) throws SQLException {
    return database.texts(sql);
  }

  /** What is done with the answer of a query while it is there. */
  interface Answer {
    void take(ResultSet rows) throws SQLException;
  }

  void query(String sql, Answer answer) throws SQLException {
    try (Statement statement = database.connection().createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      answer.take(rows);
    }
  }

  @Override
  public void close() {
    database.close();
  }
}
