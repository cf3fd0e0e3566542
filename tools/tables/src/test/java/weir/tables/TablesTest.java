package weir.tables;

import static org.apache.iceberg.expressions.Expressions.alwaysTrue;
import static org.apache.iceberg.expressions.Expressions.and;
import static org.apache.iceberg.expressions.Expressions.greaterThanOrEqual;
import static org.apache.iceberg.expressions.Expressions.isNull;
import static org.apache.iceberg.expressions.Expressions.lessThan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.delta.kernel.TableManager;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.expressions.Column;
import io.delta.kernel.expressions.Literal;
import io.delta.kernel.expressions.Predicate;
import io.delta.kernel.transaction.DataLayoutSpec;
import io.delta.kernel.types.DateType;
import io.delta.kernel.types.IntegerType;
import io.delta.kernel.types.StringType;
import io.delta.kernel.types.StructType;
import io.delta.kernel.types.TimestampType;
import io.delta.kernel.utils.CloseableIterable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.expressions.Expression;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import weir.lake.write.LakeWriter;
import weir.layer.LakeLayer;
import weir.log.LakeDatabase;
import weir.log.LayerSql;
import weir.tables.iceberg.Warehouse;

/** Files of a lake become tables, where they are, and readers find in them what is in the files. */
class TablesTest {
  private static final String ALL = "true";

  private final TestTables tables;
  private final LakeWriter writer;
  private final Payments payments = new Payments(7);

  TablesTest(@TempDir Path lake) {
    tables = new TestTables(lake);
    writer = new LakeWriter(lake);
  }

  @BeforeEach
  void someHours() throws IOException {
    for (int run = 0; run < 3; run++) {
      writer.records("transactions", payments.records(100));
      writer.verdicts(payments.verdicts(100));
      writer.alerts(payments.alerts(40));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BRONZE", "SILVER", "ALERTS"})
  void aTableHasTheRowsOfItsFiles(LakeLayer layer) throws Exception {
    tables.commit("both");
    List<String> rows = Rows.duck(layer, tables.files(layer), ALL);
    assertThat(rows).hasSize(layer == LakeLayer.ALERTS ? 120 : 300);
    assertThat(Rows.iceberg(tables.iceberg(layer), layer, alwaysTrue())).isEqualTo(rows);
    assertThat(tables.planned(layer)).hasSameSizeAs(tables.files(layer)).doesNotHaveDuplicates();
    assertThat(Rows.delta(layer, folder(layer), Optional.empty(), time -> true))
        .isEqualTo(rows.size());
  }

  private String folder(LakeLayer layer) {
    return tables.lake.resolve(layer.folder()).toUri().toString().replaceFirst("/$", "");
  }

  @Test
  void itTellsWhatItDid() throws IOException {
    assertThat(tables.commit("iceberg").lines())
        .satisfiesExactly(
            line -> assertThat(line).isEqualTo(header()),
            line -> assertThat(line).startsWith("-----"),
            line -> assertThat(line).endsWith("bronze           12         300     12        0"),
            line -> assertThat(line).endsWith("silver           12         300     12        0"),
            line -> assertThat(line).endsWith("alerts           12         120     12        0"));
    assertThat(tables.commit("iceberg").lines())
        .anySatisfy(
            line -> assertThat(line).endsWith("silver            0           0     12        0"));
    writer.verdicts(payments.verdicts(1));
    assertThat(tables.commit("iceberg").lines())
        .anySatisfy(
            line -> assertThat(line).endsWith("silver            1           1     13        0"));
  }

  private String header() {
    String name = "weir." + tables.namespace + ".bronze";
    return "table" + " ".repeat(name.length() - 5) + "  files added  rows added  files  pending";
  }

  /** Of hours that nobody asks for no file is opened, and rows are those of a look at all. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void filteredQueriesFindWhatFullOnesFind(boolean old) throws Exception {
    if (old) {
      makeOld();
    }
    tables.commit("both");
    Table table = tables.iceberg(LakeLayer.SILVER);
    List<String> files = tables.files(LakeLayer.SILVER);
    Random random = new Random(3);
    for (int query = 0; query < 15; query++) {
      long from = Payments.START + random.nextInt((int) (3 * Payments.HOUR));
      long to = from + 1 + random.nextInt((int) Payments.HOUR);
      Expression asked =
          and(
              greaterThanOrEqual("event_time", from * 1000),
              lessThan("event_time", to * 1000),
              query % 3 == 0 ? isNull("score") : greaterThanOrEqual("amount_minor", 30_000L));
      String where =
          String.format(
              "epoch_ms(event_time) >= %d and epoch_ms(event_time) < %d and %s",
              from, to, query % 3 == 0 ? "score is null" : "amount_minor >= 30000");
      List<String> right = Rows.duck(LakeLayer.SILVER, files, where);
      assertThat(Rows.iceberg(table, LakeLayer.SILVER, asked)).as(where).isEqualTo(right);
      List<String> planned = tables.planned(LakeLayer.SILVER, asked);
      assertThat(planned).hasSizeLessThan(files.size());
      assertThat(Rows.duck(LakeLayer.SILVER, planned, where)).as(where).isEqualTo(right);
      assertThat(
              Rows.delta(
                  LakeLayer.SILVER,
                  folder(LakeLayer.SILVER),
                  Optional.of(between(from * 1000, to * 1000)),
                  time -> time >= from * 1000 && time < to * 1000))
          .isEqualTo(
              Rows.duck(LakeLayer.SILVER, files, where.substring(0, where.lastIndexOf(" and ")))
                  .size());
    }
  }

  private static Predicate between(long from, long to) {
    Column time = new Column("event_time");
    return new Predicate(
        "AND",
        new Predicate(">=", time, Literal.ofTimestamp(from)),
        new Predicate("<", time, Literal.ofTimestamp(to)));
  }

  private void makeOld() throws IOException {
    for (LakeLayer layer : List.of(LakeLayer.BRONZE, LakeLayer.SILVER, LakeLayer.ALERTS)) {
      List<String> files = tables.files(layer);
      for (String each : files.subList(0, files.size() / 2)) {
        OldFiles.age(Path.of(each));
      }
    }
  }

  /** Files of old versions beside new ones, for our own reader and for others. */
  @Test
  void oldFilesAreReadLikeNewOnes() throws Exception {
    List<String> silver = Rows.duck(LakeLayer.SILVER, tables.files(LakeLayer.SILVER), ALL);
    List<String> own = own(LakeLayer.ALERTS);
    makeOld();
    assertThat(own(LakeLayer.ALERTS)).isEqualTo(own).hasSize(120);
    tables.commit("iceberg");
    assertThat(Rows.iceberg(tables.iceberg(LakeLayer.SILVER), LakeLayer.SILVER, alwaysTrue()))
        .isEqualTo(silver);
    assertThat(tables.commit("iceberg").lines())
        .as("a copy is known for the file that it was made of")
        .anySatisfy(
            line -> assertThat(line).endsWith("silver            0           0     12        0"));
  }

  private List<String> own(LakeLayer layer) throws SQLException {
    try (LakeDatabase lake = LakeDatabase.open(tables.lake.toString())) {
      return lake.texts(
          "select row::varchar from ("
              + LayerSql.rows(layer, LayerSql.files(layer, lake.place()))
              + ") as row order by 1");
    }
  }

  @Test
  void aFileThatNoTableCanTakeIsPending() throws IOException {
    Path file = Path.of(tables.files(LakeLayer.SILVER).get(0));
    Path other = Files.createDirectories(file.resolveSibling("../hour=23")).normalize();
    Files.copy(file, other.resolve("wrong-hour.parquet"));
    Files.writeString(file.resolveSibling("none.parquet"), "not a file of Parquet at all");
    for (String format : List.of("iceberg", "delta")) {
      String said = tables.commit(format);
      assertThat(said)
          .contains("hour=23/wrong-hour.parquet is pending: it has rows whose event_time is not in")
          .contains("hour=00/none.parquet is pending: it cannot be read: ");
      assertThat(said.lines()).anySatisfy(line -> assertThat(line).matches(".*silver .* 12 +2"));
    }
  }

  @Test
  void aTableThatAnotherProgramRewroteIsLeftAlone() {
    tables.commit("iceberg");
    tables.iceberg(LakeLayer.SILVER).newDelete().deleteFromRowFilter(alwaysTrue()).commit();
    assertThatThrownBy(() -> tables.commit("iceberg"))
        .hasMessageContaining(".silver was changed by another program")
        .hasMessageContaining("drop it from the catalog");
  }

  @Test
  void aCatalogThatIsAwayIsToldWithoutItsPasswords() {
    assertThatThrownBy(
            () ->
                Warehouse.open(
                    Map.of(
                        "type", "jdbc",
                        "uri", "jdbc:postgresql://me:secret@127.0.0.1:1/weir?password=secret"),
                    "unused",
                    tables.namespace,
                    new Configuration()))
        .hasMessageStartingWith(
            "the catalog of Iceberg (jdbc at jdbc:postgresql://127.0.0.1:1/weir) cannot be opened: ");
  }

  /** A table that was made before there was a column gets it, under the id that files have. */
  @Test
  void aColumnThatIsNewComesIntoAnOldTable() throws Exception {
    tables.commit("iceberg");
    Table table = tables.iceberg(LakeLayer.SILVER);
    Schema before = table.schema();
    table.updateSchema().deleteColumn("score").deleteColumn("fired_rules").commit();
    tables.commit("iceberg");
    Schema after = tables.iceberg(LakeLayer.SILVER).schema();
    assertThat(after.findField("score")).isEqualTo(before.findField("score"));
    assertThat(after.findField("fired_rules")).isEqualTo(before.findField("fired_rules"));
    assertThat(Rows.iceberg(tables.iceberg(LakeLayer.SILVER), LakeLayer.SILVER, alwaysTrue()))
        .isEqualTo(Rows.duck(LakeLayer.SILVER, tables.files(LakeLayer.SILVER), ALL));
  }

  @Test
  void aColumnThatIsNewComesIntoAnOldTableOfDelta() throws IOException {
    Engine engine = DefaultEngine.create(new Configuration());
    String folder = folder(LakeLayer.SILVER);
    StructType old =
        new StructType()
            .add("user_id", StringType.STRING)
            .add("event_time", TimestampType.TIMESTAMP)
            .add("date", DateType.DATE)
            .add("hour", IntegerType.INTEGER);
    TableManager.buildCreateTableTransaction(folder, old, "an old version")
        .withDataLayoutSpec(
            DataLayoutSpec.partitioned(List.of(new Column("date"), new Column("hour"))))
        .build(engine)
        .commit(engine, CloseableIterable.emptyIterable());
    tables.commit("delta");
    StructType grown = TableManager.loadSnapshot(folder).build(engine).getSchema();
    assertThat(grown.fieldNames())
        .startsWith("user_id", "event_time", "date", "hour")
        .contains("fired_rules", "score")
        .hasSize(LakeLayer.SILVER.columns().size() + 2);
    assertThat(Rows.delta(LakeLayer.SILVER, folder, Optional.empty(), time -> true)).isEqualTo(300);
  }

  @Test
  void theCatalogListsWhatIsThere() {
    tables.commit("iceberg");
    assertThat(tables.catalog().listTables(Namespace.of(tables.namespace)))
        .extracting(TableIdentifier::name)
        .containsExactlyInAnyOrder("bronze", "silver", "alerts");
  }
}
