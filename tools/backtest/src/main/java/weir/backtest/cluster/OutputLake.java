package weir.backtest.cluster;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import weir.layer.LakeLayer;
import weir.log.LakeDatabase;
import weir.log.LayerSql;

/** What the job of one side has left, by days; nothing where there is no side. */
final class OutputLake {
  private final @Nullable String place;
  private final Map<LakeLayer, List<String>> dates = new EnumMap<>(LakeLayer.class);

  private OutputLake(@Nullable String place) {
    this.place = place;
  }

  /**
   * Looks what is there.
   *
   * @param folder absent where there is no side
   */
  static OutputLake in(LakeDatabase database, @Nullable String folder) throws SQLException {
    OutputLake output = new OutputLake(folder == null ? null : LakeDatabase.place(folder));
    String place = output.place;
    if (place != null) {
      for (LakeLayer layer : LakeLayer.values()) {
        output.dates.put(
            layer,
            database.texts(
                "select distinct regexp_extract(file, 'date=([0-9-]+)', 1) from glob("
                    + LayerSql.files(layer, place)
                    + ")"));
      }
    }
    return output;
  }

  /** The days, in UTC, about whose payments or windows something was said. */
  SortedSet<String> dates() {
    List<String> all = new ArrayList<>(dates(LakeLayer.SILVER));
    all.addAll(dates(LakeLayer.ALERTS));
    return new TreeSet<>(all);
  }

  private List<String> dates(LakeLayer layer) {
    return dates.getOrDefault(layer, List.of());
  }

  /** A query for the rows of a layer on one day, as they are in the files. */
  String rows(LakeLayer layer, String date) {
    String its = place;
    return LayerSql.rows(
        layer,
        its == null || !dates(layer).contains(date) ? null : LayerSql.files(layer, its, date));
  }

  /** The same of all days. */
  String rows(LakeLayer layer) {
    String its = place;
    return LayerSql.rows(
        layer, its == null || dates(layer).isEmpty() ? null : LayerSql.files(layer, its));
  }
}
