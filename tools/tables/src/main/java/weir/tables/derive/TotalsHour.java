package weir.tables.derive;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import weir.layer.Column;
import weir.layer.LakeLayer;
import weir.log.LayerSql;
import weir.log.duck.Duck;
import weir.tables.commit.Hour;
import weir.tables.files.LakeFile;
import weir.tables.files.Shape;

/**
 * What users spent in the windows that begin in an hour: a function of the payments that stand.
 *
 * @param files silver of the hour, and of the next one, into which the last windows reach
 */
public record TotalsHour(long hour, List<LakeFile> files, Configuration hadoop) implements Hour {
  public static final Shape SHAPE =
      new Shape(
          "totals",
          List.of(
              Column.of(1, "user_id", Column.Type.TEXT),
              Column.of(2, "currency", Column.Type.TEXT),
              Column.of(3, "window_start", Column.Type.TIME),
              Column.of(4, "window_end", Column.Type.TIME),
              Column.of(5, "transactions", Column.Type.NUMBER),
              Column.of(6, "total_minor", Column.Type.NUMBER),
              Column.of(7, "total", Column.Type.TEXT)),
          "window_start");

  @Override
  public String source() {
    return SourceName.of(files.stream().map(LakeFile::place).toList());
  }

  @Override
  public void write(Path to) throws SQLException {
    try (Duck duck = Duck.open();
        Fetched here = Fetched.of(files, hadoop)) {
      duck.sortOnDisk();
      ParquetCopy.write(
          duck,
          SHAPE,
          String.format(
              "select user_id, currency, window_start, window_end, transactions::bigint as"
                  + " transactions, total_minor::bigint as total_minor, total::varchar as total"
                  + " from (%s) where epoch_ms(window_start) // 3600000 = %d",
              LayerSql.totals("(" + MergedDay.standing(LakeLayer.SILVER, here) + ")"), hour),
          List.of("user_id", "window_start", "currency"),
          to);
    }
  }
}
