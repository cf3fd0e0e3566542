package weir.dashboard.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs one statement, and reads its rows. */
public final class Query {

  /** Makes something of the row where the result stands. */
  public interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  private Query() {}

  public static <T> List<T> of(
      Connection connection, String sql, Reader<T> reader, @Nullable Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = prepared(connection, sql, parameters)) {
      try (ResultSet result = statement.executeQuery()) {
        List<T> rows = new ArrayList<>();
        while (result.next()) {
          rows.add(reader.read(result));
        }
        return rows;
      }
    }
  }

  /** Changes rows, and returns how many. */
  public static int change(Connection connection, String sql, @Nullable Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = prepared(connection, sql, parameters)) {
      return statement.executeUpdate();
    }
  }

  private static PreparedStatement prepared(
      Connection connection, String sql, @Nullable Object... parameters) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
    return statement;
  }

  public static <T> T only(
      Connection connection, String sql, Reader<T> reader, @Nullable Object... parameters)
      throws SQLException {
    return of(connection, sql, reader, parameters).get(0);
  }

  public static Timestamp time(long epochMillis) {
    return new Timestamp(epochMillis);
  }

  public static long millis(ResultSet row, String column) throws SQLException {
    return row.getTimestamp(column).getTime();
  }

  static List<String> texts(ResultSet row, String column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }

  public static @Nullable Timestamp timeOrNull(@Nullable Long epochMillis) {
    return epochMillis == null ? null : time(epochMillis);
  }

  public static @Nullable Long millisOrNull(ResultSet row, String column) throws SQLException {
    Timestamp time = row.getTimestamp(column);
    return time == null ? null : (Long) time.getTime();
  }
}
