package weir.log;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import weir.failure.MisuseException;

/** A database that holds nothing itself and reads the files of a lake. */
public final class LakeDatabase implements AutoCloseable {
  /** Tells a scheme from a drive letter. */
  private static final String SCHEME = "[a-z][a-z0-9+.-]+://.*";

  private final String place;
  private final Connection connection;

  private LakeDatabase(String place, Connection connection) {
    this.place = place;
    this.connection = connection;
  }

  /** Opens a folder, by its path or as file://; other file systems are up to the database. */
  public static LakeDatabase open(String folder) throws SQLException {
    String place = place(folder);
    Properties options = new Properties();
    // What a lake holds may be more than fits into memory.
    options.setProperty("jdbc_stream_results", "true");
    LakeDatabase database =
        new LakeDatabase(place, DriverManager.getConnection("jdbc:duckdb:", options));
    try {
      database.execute("set TimeZone = 'UTC'");
      return database;
    } catch (SQLException failed) {
      database.close();
      throw failed;
    }
  }

  private static String place(String folder) {
    if (folder.matches(SCHEME) && !folder.startsWith("file:")) {
      return folder.replaceFirst("/+$", "");
    }
    try {
      Path path = folder.startsWith("file:") ? Path.of(URI.create(folder)) : Path.of(folder);
      if (!Files.isDirectory(path)) {
        throw new MisuseException("no such folder: " + folder);
      }
      return path.toString();
    } catch (IllegalArgumentException wrong) {
      throw new MisuseException("not a folder: " + folder, wrong);
    }
  }

  /** What goes wrong with a query, without the database's drawing of where. */
  public static String sentence(SQLException failed) {
    return String.valueOf(failed.getMessage())
        .lines()
        .filter(line -> !line.isBlank())
        .findFirst()
        .orElse("the query failed");
  }

  /** Where the folder is, as queries name it. */
  public String place() {
    return place;
  }

  public Connection connection() {
    return connection;
  }

  public void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
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
