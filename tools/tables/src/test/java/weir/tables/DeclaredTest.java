package weir.tables;

import static org.apache.iceberg.expressions.Expressions.alwaysTrue;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.CloseableIterable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.fields.DeclaredField;
import weir.fields.DeclaredType;
import weir.fields.DeclaredValues;
import weir.lake.write.LakeWriter;
import weir.layer.LakeLayer;
import weir.log.LakeDatabase;
import weir.log.LayerSql;
import weir.model.Verdict;

/** Fields that are declared become columns, also of tables and of hours that were there before. */
class DeclaredTest {
  static final List<DeclaredField> FIRST = List.of(new DeclaredField("ip", DeclaredType.TEXT));
  static final List<DeclaredField> LATER =
      List.of(
          new DeclaredField("Risk", DeclaredType.NUMBER),
          new DeclaredField("ip", DeclaredType.TEXT),
          new DeclaredField("present", DeclaredType.BOOL));
  private static final List<String> COLUMNS =
      List.of("transaction_id", "text_ip", "number_risk", "bool_present");

  private final TestTables tables;
  private final LakeWriter writer;
  private final Payments payments = new Payments(29);
  private final SortedMap<String, String> written = new TreeMap<>();

  DeclaredTest(@TempDir Path lake) {
    tables = new TestTables(lake);
    writer = new LakeWriter(lake);
  }

  @BeforeEach
  void time() throws IOException {
    writer.records("transactions", payments.records(100));
  }

  /** Payments of which the second half has no field. */
  static List<Verdict> withFields(List<Verdict> some, List<DeclaredField> declared) {
    List<Verdict> with = new ArrayList<>();
    for (Verdict each : some) {
      Map<String, Object> values = new HashMap<>();
      if (with.size() < some.size() / 2) {
        declared.forEach(field -> values.put(field.name(), value(field.type(), with.size())));
      }
      with.add(
          new Verdict(
              each.transaction().withDeclared(DeclaredValues.of(values)),
              each.book(),
              each.fired(),
              each.score(),
              each.seen(),
              each.change()));
    }
    return with;
  }

  private static Object value(DeclaredType type, int number) {
    return switch (type) {
      case TEXT -> "10.0.0." + number;
      case NUMBER -> new BigDecimal("-0.500001").add(BigDecimal.valueOf(number));
      case BOOL -> number % 2 == 0;
    };
  }

  private void write(List<DeclaredField> declared) throws IOException {
    List<Verdict> some = withFields(payments.verdicts(60), declared);
    writer.verdicts(some, declared);
    for (Verdict each : some) {
      DeclaredValues values = each.transaction().declared();
      Long risk = values.millionths("Risk");
      written.put(
          each.transaction().id(),
          String.join(
              " ",
              values.text("ip"),
              risk == null ? null : BigDecimal.valueOf(risk, 6).toString(),
              "" + values.truth("present")));
    }
  }

  private SortedMap<String, String> iceberg(String name) throws IOException {
    SortedMap<String, String> found = new TreeMap<>();
    Table table = tables.catalog().loadTable(TableIdentifier.of(tables.namespace, name));
    try (CloseableIterable<Record> rows =
        IcebergGenerics.read(table).select(COLUMNS).where(alwaysTrue()).build()) {
      for (Record row : rows) {
        found.put(
            row.getField(COLUMNS.get(0)).toString(),
            row.getField(COLUMNS.get(1))
                + " "
                + row.getField(COLUMNS.get(2))
                + " "
                + row.getField(COLUMNS.get(3)));
      }
    }
    return found;
  }

  @Test
  void whatIsDeclaredLaterIsAColumnFromThenOn() throws Exception {
    write(List.of());
    commit();
    write(FIRST);
    commit();
    write(LATER);
    commit();
    write(FIRST);
    write(List.of());
    commit();
    assertThat(written.values()).contains("null null null").anyMatch(row -> row.endsWith("true"));
    assertThat(iceberg("silver")).isEqualTo(written);
    SortedMap<String, String> current = iceberg("silver_current");
    assertThat(current).hasSizeBetween(100, 200);
    assertThat(written).containsAllEntriesOf(current);
    assertThat(own()).isEqualTo(written);
  }

  private void commit() {
    tables.commit("both", "--current", "--settled-after=1h");
  }

  private SortedMap<String, String> own() throws Exception {
    SortedMap<String, String> found = new TreeMap<>();
    try (LakeDatabase lake = LakeDatabase.open(tables.lake.toString())) {
      String rows = LayerSql.rows(LakeLayer.SILVER, LayerSql.files(LakeLayer.SILVER, lake.place()));
      lake.query(
          "select " + String.join(", ", COLUMNS) + " from (" + rows + ")",
          row -> {
            while (row.next()) {
              found.put(
                  row.getString(1),
                  row.getString(2) + " " + row.getBigDecimal(3) + " " + row.getObject(4));
            }
          });
    }
    return found;
  }
}
