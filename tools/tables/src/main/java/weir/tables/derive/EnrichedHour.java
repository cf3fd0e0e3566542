package weir.tables.derive;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import weir.layer.Column;
import weir.layer.LakeLayer;
import weir.log.duck.Duck;
import weir.tables.commit.Hour;
import weir.tables.files.LakeFile;

/**
 * The payments of an hour that stand, with what features say of them.
 *
 * @param silver its files
 * @param bronze the files that the values follow from
 */
public record EnrichedHour(
    FeatureWalk walk, long hour, List<LakeFile> silver, List<LakeFile> bronze, Configuration hadoop)
    implements Hour {
  @Override
  public String source() {
    List<String> parts = new ArrayList<>();
    silver.forEach(each -> parts.add("silver/" + each.place()));
    bronze.forEach(each -> parts.add("bronze/" + each.place()));
    parts.add("book " + walk.features().text());
    return SourceName.of(parts);
  }

  /** Of several values for a payment those that have seen most stand, as everywhere. */
  @Override
  public void write(Path to) throws SQLException {
    FeatureBook features = walk.features();
    Duck duck = walk.of(hour);
    Map<String, String> tables = new LinkedHashMap<>();
    StringBuilder columns = new StringBuilder("silver.*");
    StringBuilder joins = new StringBuilder();
    for (FeatureBook.Told each : features.told()) {
      String table = tables.get(each.rule());
      if (table == null) {
        table = "told_" + tables.size();
        tables.put(each.rule(), table);
        joins.append(
            String.format(
                " left join (select user_id, time, transaction_id, arg_max(said, seen) as said from"
                    + " told where rule = %s group by all) %s on %s.user_id = silver.user_id and"
                    + " %s.time = epoch_ms(silver.event_time) and %s.transaction_id ="
                    + " silver.transaction_id",
                Duck.quoted(each.rule()), table, table, table, table));
      }
      columns.append(
          String.format(
              ", json_extract_string(%s.said, '$.%s')::%s as %s",
              table,
              each.feature().name(),
              each.column().type() == Column.Type.TEXT ? "varchar" : "double",
              Duck.name(each.column().name())));
    }
    try (Fetched here = Fetched.of(silver, hadoop)) {
      ParquetCopy.write(
          duck,
          features.shape(),
          String.format(
              "select %s from (%s) silver%s",
              columns, MergedDay.standing(LakeLayer.SILVER, here), joins),
          MergedDay.order(LakeLayer.SILVER),
          to);
    }
  }
}
