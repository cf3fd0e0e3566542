package weir.lake;

import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import weir.failure.UnavailableException;
import weir.layer.LakeLayer;
import weir.log.LakeDatabase;
import weir.log.LayerSql;
import weir.log.duck.Duck;

/** A lake with its layers as views of a database that holds nothing itself. */
final class Lake implements AutoCloseable {
  private final LakeDatabase database;
  private final Map<LakeLayer, Long> files = new EnumMap<>(LakeLayer.class);

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
    for (LakeLayer layer : LakeLayer.values()) {
      files.put(layer, number("select count(*) from glob(" + LayerSql.files(layer, place) + ")"));
    }
    if (files.values().stream().allMatch(count -> count == 0)) {
      throw new UnavailableException("no files of a lake in " + folder);
    }
    for (LakeLayer layer : LakeLayer.values()) {
      String raw = layer.table() + "_raw";
      String files = files(layer) == 0 ? null : LayerSql.files(layer, place);
      database.execute("create view " + raw + " as " + LayerSql.rows(layer, files));
      database.execute("create view " + layer.table() + " as " + LayerSql.merged(layer, raw));
    }
    database.execute("create view totals as " + LayerSql.totals("silver"));
  }

  long files(LakeLayer layer) {
    return files.getOrDefault(layer, 0L);
  }

  long rows(LakeLayer layer) throws SQLException {
    return number("select count(*) from " + layer.table() + "_raw");
  }

  long merged(LakeLayer layer) throws SQLException {
    return number("select count(*) from " + layer.table());
  }

  private long number(String sql) throws SQLException {
    return Long.parseLong(database.texts(sql).get(0));
  }

  List<String> texts(String sql) throws SQLException {
    return database.texts(sql);
  }

  void query(String sql, Duck.Rows answer) throws SQLException {
    database.query(sql, answer);
  }

  @Override
  public void close() {
    database.close();
  }
}
