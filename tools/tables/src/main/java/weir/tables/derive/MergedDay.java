package weir.tables.derive;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import weir.layer.LakeLayer;
import weir.log.LayerSql;
import weir.log.duck.Duck;
import weir.tables.commit.Hour;
import weir.tables.files.LakeFile;
import weir.tables.files.Shape;

/**
 * What stands of a day, as far as it is settled, as one file: of rows about the same the one that
 * stands, each user's rows together, so that a reader finds a user without reading the rest. With a
 * file of each hour it would have to look into all of them.
 *
 * @param hour the first of the day
 * @param files those of the hours of the day that are settled
 */
public record MergedDay(LakeLayer layer, long hour, List<LakeFile> files, Configuration hadoop)
    implements Hour {
  /** What a table of such days is made of. */
  public static Shape shape(LakeLayer layer) {
    return Shape.of(layer).ofDays(layer.table() + "_current");
  }

  @Override
  public String source() {
    return SourceName.of(files.stream().map(LakeFile::place).toList());
  }

  @Override
  public void write(Path to) throws SQLException {
    try (Duck duck = Duck.open();
        Fetched here = Fetched.of(files, hadoop)) {
      duck.sortOnDisk();
      ParquetCopy.write(duck, shape(layer), standing(layer, here), order(layer), to);
    }
  }

  static List<String> order(LakeLayer layer) {
    List<String> order = new ArrayList<>(List.of("user_id", layer.time()));
    order.addAll(layer.same());
    return order;
  }

  /** A query for the rows that stand in some files. */
  static String standing(LakeLayer layer, Fetched files) {
    return LayerSql.merged(layer, "(" + LayerSql.rows(layer, files.list()) + ")");
  }
}
