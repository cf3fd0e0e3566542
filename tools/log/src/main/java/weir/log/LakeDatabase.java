package weir.log;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import weir.failure.MisuseException;
import weir.log.duck.Duck;

/** A database that holds nothing itself and reads the files of a lake. */
public final class LakeDatabase implements AutoCloseable {
  /** Tells a scheme from a drive letter. */
  private static final String SCHEME = "[a-z][a-z0-9+.-]+://.*";

  private final String place;
  private final Duck duck;

  private LakeDatabase(String place, Duck duck) {
    this.place = place;
    this.duck = duck;
  }

  /** Opens a folder, by its path or as file://; other file systems are up to the database. */
  public static LakeDatabase open(String folder) throws SQLException {
    return new LakeDatabase(place(folder), Duck.open());
  }

  /** Where a folder is, as queries name it. */
  public static String place(String folder) {
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

  /** Where the folder is, as queries name it. */
  public String place() {
    return place;
  }

  public Connection connection() {
    return duck.connection();
  }

  /** Lets the database sort on disk what does not fit into a little memory. */
  public void sortOnDisk() throws SQLException {
    duck.sortOnDisk();
  }

  public void execute(String sql) throws SQLException {
    duck.execute(sql);
  }

  /** The first column of an answer. */
  public List<String> texts(String sql) throws SQLException {
    return duck.texts(sql);
  }

  /** Asks a query. */
  public void query(String sql, Duck.Rows taken) throws SQLException {
    duck.query(sql, taken);
  }

  /** Adds rows to a table, each with texts and whole numbers for all of its columns. */
  public void append(String table, Iterable<? extends List<?>> rows) throws SQLException {
    duck.append(table, rows);
  }

  @Override
  public void close() {
    duck.close();
  }
}
