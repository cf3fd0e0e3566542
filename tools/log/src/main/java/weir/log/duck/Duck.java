package weir.log.duck;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** A connection to a database in this process that reads files, and holds nothing itself. */
public final class Duck implements AutoCloseable {
  private static final String MEMORY = "1GB";
  private static final AtomicInteger OPENED = new AtomicInteger();

  private final Connection connection;

  private Duck(Connection connection) {
    this.connection = connection;
  }

  /** Opens a database. */
  public static Duck open() throws SQLException {
    Properties options = new Properties();
    // What files hold may be more than fits into memory.
    options.setProperty("jdbc_stream_results", "true");
    Duck duck = new Duck(DriverManager.getConnection("jdbc:duckdb:", options));
    try {
      duck.execute("set TimeZone = 'UTC'");
      return duck;
    } catch (SQLException failed) {
      duck.close();
      throw failed;
    }
  }

  /** Another connection to the same database: two answers can be read side by side. */
  public Duck beside() throws SQLException {
    Duck beside = new Duck(connection.unwrap(DuckDBConnection.class).duplicate());
    beside.execute("set TimeZone = 'UTC'");
    return beside;
  }

  /** Lets the database sort on disk what does not fit into a little memory. */
  public void sortOnDisk() throws SQLException {
    execute("set memory_limit = '" + MEMORY + "'");
    // Two databases would overwrite each other's files in one folder.
    String folder = "weir-log-" + ProcessHandle.current().pid() + "-" + OPENED.incrementAndGet();
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"), folder);
    execute("set temp_directory = " + quoted(temporary));
  }

  /** A text as queries write it. */
  public static String quoted(Object text) {
    return "'" + text.toString().replace("'", "''") + "'";
  }

  /** A name as queries write it. */
  public static String name(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** What goes wrong with a query, without the database's drawing of where. */
  public static String sentence(SQLException failed) {
    return String.valueOf(failed.getMessage())
        .lines()
        .filter(line -> !line.isBlank())
        .findFirst()
        .orElse("the query failed");
  }

  public Connection connection() {
    return connection;
  }

  public void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Adds rows to a table, each with texts and whole numbers for all of its columns. */
  public void append(String table, Iterable<? extends List<?>> rows) throws SQLException {
    try (DuckDBAppender appender =
        connection.unwrap(DuckDBConnection.class).createAppender("main", table)) {
      for (List<?> row : rows) {
        appender.beginRow();
        for (Object value : row) {
          if (value instanceof Long number) {
            appender.append(number.longValue());
          } else {
            appender.append(value.toString());
          }
        }
        appender.endRow();
      }
    }
  }

  /** What is done with an answer while it is there. */
  public interface Rows {
    void take(ResultSet rows) throws SQLException;
  }

  /** Asks a query. */
  public void query(String sql, Rows taken) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      taken.take(rows);
    }
  }

  /** The first column of an answer. */
  public List<String> texts(String sql) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        texts.add(row.getString(1));
      }
    }
    return texts;
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
