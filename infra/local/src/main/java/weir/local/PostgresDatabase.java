package weir.local;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** The one database of a local server, and its one user, who may do everything. */
final class PostgresDatabase {
  static final String USER = "weir";
  private static final String NAME = "weir";

  /** A database that every cluster has, for tools. */
  private static final String ALWAYS_THERE = "postgres";

  private static final String SECONDS = "5";

  private PostgresDatabase() {}

  static String url(int port) {
    return url(port, NAME);
  }

  private static String url(int port, String database) {
    return "jdbc:postgresql://" + Ports.HOST + ":" + port + "/" + database;
  }

  /** Creates the database if it is missing; fails until the server serves. */
  static void ensure(int port, Path data) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", USER);
    properties.setProperty("connectTimeout", SECONDS);
    properties.setProperty("socketTimeout", SECONDS);
    try (Connection connection = DriverManager.getConnection(url(port, ALWAYS_THERE), properties);
        Statement statement = connection.createStatement()) {
      // Another server may have taken the port while ours is about to give up.
      if (!first(statement, "show data_directory").equals(data.toString())) {
        throw new SQLException("another server uses port " + port);
      }
      String count = "select count(*) from pg_database where datname = '" + NAME + "'";
      if (first(statement, count).equals("0")) {
        statement.execute("create database " + NAME);
      }
    }
  }

  private static String first(Statement statement, String query) throws SQLException {
    try (ResultSet result = statement.executeQuery(query)) {
      result.next();
      return result.getString(1);
    }
  }
}
