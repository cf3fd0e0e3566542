package weir.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import weir.contract.SparkSql;
import weir.fields.DeclaredField;
import weir.lake.write.LakeWriter;
import weir.layer.LakeLayer;
import weir.model.Verdict;

/** Spark reads the tables with the runtimes of Iceberg and Delta, in a JVM of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SparkTest {
  private static final Path CHECKOUT = Path.of("..", "..").toAbsolutePath().normalize();
  private static final List<LakeLayer> LAYERS =
      List.of(LakeLayer.BRONZE, LakeLayer.SILVER, LakeLayer.ALERTS);

  private TestTables tables = new TestTables(Path.of("target"));
  private final List<SparkSql> started = new ArrayList<>();

  @BeforeAll
  void aLakeOfOldAndNewFiles(@TempDir Path lake) throws IOException {
    tables = new TestTables(lake);
    LakeWriter writer = new LakeWriter(lake);
    Payments payments = new Payments(13);
    for (Path each : writer.verdicts(payments.verdicts(200))) {
      OldFiles.age(each);
    }
    writer.verdicts(payments.verdicts(200));
    writer.records("transactions", payments.records(200));
    writer.alerts(payments.alerts(100));
    tables.commit("both");
    started.add(new SparkSql(CHECKOUT, Database.SERVER, lake.resolve("spark.log")));
  }

  @AfterAll
  void endSpark() {
    started.forEach(SparkSql::close);
  }

  private List<String> ask(String query) throws IOException {
    return started.get(0).ask(query);
  }

  private List<String> both(LakeLayer layer) {
    return List.of(
        "weir." + tables.namespace + "." + layer.table(),
        "delta.`" + tables.lake.resolve(layer.folder()) + "`");
  }

  @Test
  void everyRowIsThere() throws Exception {
    for (LakeLayer layer : LAYERS) {
      int rows = Rows.duck(layer, tables.files(layer), "true").size();
      for (String table : both(layer)) {
        assertThat(ask("select count(*) as n from " + table))
            .as(table)
            .containsExactly("{\"n\":" + rows + "}");
      }
    }
  }

  @Test
  void filteredQueriesFindWhatFullOnesFind() throws Exception {
    List<String> files = tables.files(LakeLayer.SILVER);
    for (int from = 0; from < 230; from += 37) {
      long least = Payments.START / 1000 + from * 60L;
      long most = least + 2_400;
      int rows =
          Rows.duck(
                  LakeLayer.SILVER,
                  files,
                  "epoch(event_time) >= " + least + " and epoch(event_time) < " + most)
              .size();
      assertThat(rows).isPositive();
      for (String table : both(LakeLayer.SILVER)) {
        assertThat(
                ask(
                    String.format(
                        "select count(*) as n from %s where event_time >= timestamp_seconds(%d)"
                            + " and event_time < timestamp_seconds(%d)",
                        table, least, most)))
            .as("%s from minute %d", table, from)
            .containsExactly("{\"n\":" + rows + "}");
      }
    }
  }

  @Test
  void valuesAreThoseThatWereWritten() throws Exception {
    String asked =
        "select transaction_id, unix_micros(event_time) as t, amount, amount_minor, latitude,"
            + " fired_rules, is_flagged, score, seen from %s order by transaction_id";
    List<String> iceberg = ask(String.format(asked, both(LakeLayer.SILVER).get(0)));
    List<String> delta = ask(String.format(asked, both(LakeLayer.SILVER).get(1)));
    List<String> files =
        ask(String.format(asked, "parquet.`" + tables.lake + "/silver/date=*/hour=*`"));
    assertThat(iceberg).hasSize(400).isEqualTo(delta).isEqualTo(files);
  }

  /** Delta's columns of folders leave out files, and have the hours of their rows. */
  @Test
  void deltaKnowsFoldersAsColumns() throws Exception {
    assertThat(
            ask(
                "select count(*) as n from "
                    + both(LakeLayer.SILVER).get(1)
                    + " where date = date'2026-03-01' and hour = hour(event_time)"))
        .containsExactly("{\"n\":400}");
  }

  /** What yesterday's readers saw can be read again. */
  @Test
  void earlierVersionsAreStillThere() throws Exception {
    Instant before = Instant.now().plusMillis(1).truncatedTo(ChronoUnit.MILLIS);
    TimeUnit.MILLISECONDS.sleep(5);
    new LakeWriter(tables.lake).alerts(new Payments(17).alerts(10));
    tables.commit("both");
    List<String> names = both(LakeLayer.ALERTS);
    assertThat(ask("select count(*) as n from " + names.get(0))).containsExactly("{\"n\":110}");
    long first = tables.iceberg(LakeLayer.ALERTS).history().get(0).snapshotId();
    assertThat(ask("select count(*) as n from " + names.get(0) + " version as of " + first))
        .containsExactly("{\"n\":100}");
    assertThat(ask("select count(*) as n from " + names.get(1))).containsExactly("{\"n\":110}");
    assertThat(ask("select count(*) as n from " + names.get(1) + " version as of 1"))
        .containsExactly("{\"n\":100}");
    for (String table : names) {
      assertThat(ask("select count(*) as n from " + table + " timestamp as of '" + before + "'"))
          .as(table)
          .containsExactly("{\"n\":100}");
    }
  }

  /**
   * Its properties are for others to set. Its files are not: who merges them hides which are in.
   */
  @Test
  void aTableOfDeltaThatAnotherProgramRewroteIsLeftAlone(@TempDir Path another) throws Exception {
    TestTables its = new TestTables(another);
    LakeWriter writer = new LakeWriter(another);
    Payments payments = new Payments(19);
    writer.verdicts(payments.verdicts(40));
    writer.verdicts(payments.verdicts(40));
    its.commit("delta");
    String table = "delta.`" + another.resolve(LakeLayer.SILVER.folder()) + "`";
    ask("alter table " + table + " set tblproperties ('told' = 'by Spark')");
    writer.verdicts(payments.verdicts(20));
    its.commit("delta");
    assertThat(ask("select count(*) as n from " + table)).containsExactly("{\"n\":100}");
    assertThat(ask("show tblproperties " + table + " ('told')"))
        .anySatisfy(row -> assertThat(row).contains("by Spark"));

    ask("optimize " + table);
    for (int round = 0; round < 2; round++) {
      assertThatThrownBy(() -> its.commit("delta"))
          .hasMessageContaining("silver was changed by another program (version 4)")
          .hasMessageContaining("_delta_log");
    }
    assertThat(ask("select count(*) as n from " + table)).containsExactly("{\"n\":100}");
  }

  @Test
  void declaredFieldsAreColumns(@TempDir Path another) throws Exception {
    TestTables its = new TestTables(another);
    LakeWriter writer = new LakeWriter(another);
    Payments payments = new Payments(31);
    writer.verdicts(payments.verdicts(20));
    its.commit("both");
    for (List<DeclaredField> each : List.of(DeclaredTest.FIRST, DeclaredTest.LATER)) {
      writer.verdicts(DeclaredTest.withFields(payments.verdicts(20), each), each);
      its.commit("both");
    }
    for (String table :
        List.of(
            "weir." + its.namespace + ".silver",
            "delta.`" + another.resolve(LakeLayer.SILVER.folder()) + "`")) {
      assertThat(
              ask(
                  "select count(*) as n, count(text_ip) as ip, sum(number_risk) as risk,"
                      + " count_if(bool_present) as present from "
                      + table))
          .as(table)
          .containsExactly("{\"n\":60,\"ip\":20,\"risk\":39.999990,\"present\":5}");
    }
  }

  /** A payment has one row, that which has seen most, in whichever format. */
  @Test
  void whatStandsIsThereOnce(@TempDir Path another) throws Exception {
    TestTables its = new TestTables(another);
    LakeWriter writer = new LakeWriter(another);
    Payments payments = new Payments(41);
    writer.records("transactions", payments.records(50));
    List<Verdict> some = payments.verdicts(100);
    writer.verdicts(some);
    its.commit("both", "--current", "--settled-after=1h");
    writer.verdicts(some.stream().map(each -> Payments.seen(each, 100)).toList());
    its.commit("both", "--current", "--settled-after=1h");
    String asked = "select transaction_id, amount_minor, seen from %s order by transaction_id";
    List<String> iceberg = ask(String.format(asked, "weir." + its.namespace + ".silver_current"));
    assertThat(iceberg)
        .hasSizeBetween(30, 70)
        .allSatisfy(row -> assertThat(row).containsPattern("\"seen\":1[0-4]\\d}"))
        .isEqualTo(
            ask(
                String.format(
                    asked,
                    "delta.`" + another + "/tables/delta/" + its.namespace + "/silver_current`")));
  }
}
