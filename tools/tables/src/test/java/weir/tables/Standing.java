package weir.tables;

import static org.apache.iceberg.expressions.Expressions.alwaysTrue;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.TableIdentifier;
import weir.layer.LakeLayer;

/** What stands of a lake's files, reckoned row by row, and the tables that must tell it. */
final class Standing {
  private static final Pattern SEEN = Pattern.compile(" seen=(\\d+)");
  private static final Pattern TIME = Pattern.compile(" (?:event_time|window_end)=(\\S+)");

  private Standing() {}

  /** Of rows about the same that which has seen most. */
  static List<String> of(TestTables tables, LakeLayer layer, String id, long before)
      throws Exception {
    Pattern column = Pattern.compile("(?:^| )" + id + "=(\\S+)");
    Map<String, String> standing = new HashMap<>();
    for (String row : Rows.duck(layer, tables.files(layer), "true")) {
      if (Instant.parse(said(TIME, row)).toEpochMilli() < before) {
        standing.merge(
            said(column, row), row, (one, other) -> seen(one) >= seen(other) ? one : other);
      }
    }
    return standing.values().stream().sorted().toList();
  }

  private static long seen(String row) {
    return Long.parseLong(said(SEEN, row));
  }

  private static String said(Pattern what, String row) {
    Matcher its = what.matcher(row);
    assertThat(its.find()).isTrue();
    return its.group(1);
  }

  static Table iceberg(TestTables tables, LakeLayer layer) {
    return tables
        .catalog()
        .loadTable(TableIdentifier.of(tables.namespace, layer.table() + "_current"));
  }

  static Path delta(TestTables tables, LakeLayer layer) {
    return tables.lake.resolve(
        "tables/delta/" + tables.namespace + "/" + layer.table() + "_current");
  }

  /** In both formats. */
  static void check(TestTables tables, LakeLayer layer, String id, long before) throws Exception {
    List<String> standing = of(tables, layer, id, before);
    assertThat(Rows.iceberg(iceberg(tables, layer), layer, alwaysTrue())).isEqualTo(standing);
    assertThat(Rows.duck(layer, Rows.filesOfDelta(delta(tables, layer).toString()), "true"))
        .isEqualTo(standing);
  }
}
