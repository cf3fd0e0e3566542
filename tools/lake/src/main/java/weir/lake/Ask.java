package weir.lake;

import java.io.PrintStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import weir.failure.MisuseException;
import weir.layer.LakeLayer;
import weir.log.duck.Duck;

/** Answers a query about a lake, or tells how much is in it. */
final class Ask {
  private Ask() {}

  static void run(String folder, boolean json, @Nullable String sql, PrintStream out) {
    try (Lake lake = Lake.open(folder)) {
      if (sql == null) {
        summary(lake, out);
      } else {
        lake.query(
            sql,
            rows -> {
              if (json) {
                JsonLines.print(rows, out);
              } else {
                out.print(AnswerTable.of(rows));
              }
            });
      }
    } catch (SQLException failed) {
      throw new MisuseException(Duck.sentence(failed), failed);
    }
  }

  private static void summary(Lake lake, PrintStream out) throws SQLException {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (LakeLayer layer : LakeLayer.values()) {
      if (layer != LakeLayer.DEAD_LETTERS || lake.files(layer) > 0) {
        rows.add(List.of(layer.table(), lake.files(layer), lake.rows(layer), lake.merged(layer)));
      }
    }
    out.print(AnswerTable.of(List.of("layer", "files", "rows", "merged"), rows));
  }
}
