package weir.tables;

import static org.apache.iceberg.expressions.Expressions.and;
import static org.apache.iceberg.expressions.Expressions.equal;
import static org.apache.iceberg.expressions.Expressions.greaterThanOrEqual;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.Table;
import org.apache.iceberg.expressions.Expression;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.lake.write.LakeWriter;
import weir.layer.HourFolder;
import weir.layer.LakeLayer;
import weir.model.Alert;
import weir.model.Verdict;
import weir.tables.commit.Deriver;
import weir.tables.commit.HourTable;
import weir.tables.delta.DeltaHours;
import weir.tables.derive.MergedDay;
import weir.tables.files.Lake;
import weir.tables.files.LakeFile;
import weir.tables.files.Shape;

/** One row of everything, the one that has seen most, as far as hours are settled. */
class CurrentTest {
  /** Bronze is in the fourth hour, so these are over for longer than an hour. */
  private static final long SETTLED = Payments.START + 2 * Payments.HOUR;

  private final TestTables tables;
  private final LakeWriter writer;
  private final Payments payments = new Payments(23);

  CurrentTest(@TempDir Path lake) {
    tables = new TestTables(lake);
    writer = new LakeWriter(lake);
  }

  @BeforeEach
  void muchIsSaidMoreThanOnce() throws IOException {
    writer.records("transactions", payments.records(200));
    List<Verdict> verdicts = payments.verdicts(300);
    writer.verdicts(verdicts);
    writer.verdicts(
        verdicts.subList(0, 150).stream().map(each -> Payments.seen(each, 100)).toList());
    writer.verdicts(
        verdicts.subList(100, 200).stream().map(each -> Payments.seen(each, 50)).toList());
    writer.alerts(payments.alerts(100));
  }

  private String commit(String... more) {
    List<String> all = new ArrayList<>(List.of("--current", "--settled-after=1h"));
    all.addAll(List.of(more));
    return tables.commit("both", all.toArray(new String[0]));
  }

  /** In both formats. */
  private void assertStands(LakeLayer layer, String id) throws Exception {
    Standing.check(tables, layer, id, SETTLED);
  }

  private Table current(LakeLayer layer) {
    return Standing.iceberg(tables, layer);
  }

  private List<String> standing(LakeLayer layer, String id) throws Exception {
    return Standing.of(tables, layer, id, SETTLED);
  }

  @Test
  void whatStandsIsThereOnceUpToWhatIsSettled() throws Exception {
    String said = commit();
    assertStands(LakeLayer.SILVER, "transaction_id");
    assertThat(standing(LakeLayer.SILVER, "transaction_id")).hasSizeBetween(100, 200);
    assertStands(LakeLayer.ALERTS, "alert_id");
    assertThat(standing(LakeLayer.ALERTS, "alert_id"))
        .anySatisfy(row -> assertThat(row).contains(" status=" + Alert.Status.WITHDRAWN.code()));
    assertThat(said.lines())
        .as("the day is there with two hours, two are pending")
        .anySatisfy(line -> assertThat(line).matches(".*\\.silver_current +1 +\\d+ +1 +2"));
    assertThat(current(LakeLayer.SILVER).history()).as("in one commit").hasSize(1);
    assertThat(commit().lines())
        .anySatisfy(line -> assertThat(line).matches(".*\\.silver_current +0 +0 +1 +2"));
  }

  @Test
  void whatComesLaterIsMergedIntoItsHour() throws Exception {
    commit();
    writer.verdicts(payments.verdicts(60).stream().map(each -> Payments.seen(each, 1000)).toList());
    commit();
    assertStands(LakeLayer.SILVER, "transaction_id");
    Table table = current(LakeLayer.SILVER);
    assertThat(table.history()).as("a commit a round").hasSize(2);
    String one =
        Rows.iceberg(table, LakeLayer.SILVER, equal("user_id", "u7")).stream()
            .findFirst()
            .orElseThrow();
    assertThat(one).contains("user_id=u7 ");
  }

  @Test
  void severalAtOnceMergeEachHourOnce() throws Exception {
    Shape shape = MergedDay.shape(LakeLayer.SILVER);
    int inIceberg = together((lake, hadoop) -> tables.warehouse(lake, hadoop).hours(shape), shape);
    int inDelta =
        together(
            (lake, hadoop) ->
                DeltaHours.in(
                    Standing.delta(tables, LakeLayer.SILVER).toUri().toString(), shape, hadoop),
            shape);
    assertThat(List.of(inIceberg, inDelta)).as("one of them was first").containsOnly(1);
    assertStands(LakeLayer.SILVER, "transaction_id");
    assertThat(written()).as("what came too late is deleted").hasSize(1);
    assertThat(writtenOfDelta()).hasSize(1);
    commit();
    assertThat(written()).as("nothing is left to merge").hasSize(1);
  }

  private interface Opening {
    HourTable open(Lake lake, Configuration hadoop);
  }

  private int together(Opening opening, Shape shape) throws Exception {
    ExecutorService mergers = Executors.newFixedThreadPool(3);
    List<Future<Integer>> merged = new ArrayList<>();
    for (int each = 0; each < 3; each++) {
      Callable<Integer> merging =
          () -> {
            Configuration hadoop = new Configuration();
            Lake lake = Lake.open(tables.lake.toString(), hadoop);
            return new Deriver(opening.open(lake, hadoop), shape, hadoop)
                .commit(settled(lake, hadoop), /* pending= */ 0)
                .files();
          };
      merged.add(mergers.submit(merging));
    }
    int inAll = 0;
    for (Future<Integer> each : merged) {
      inAll += each.get(1, TimeUnit.MINUTES);
    }
    mergers.shutdown();
    return inAll;
  }

  private static List<MergedDay> settled(Lake lake, Configuration hadoop) {
    List<LakeFile> files =
        lake.files(LakeLayer.SILVER).stream()
            .filter(each -> each.hour() < HourFolder.hourOf(SETTLED))
            .toList();
    return List.of(
        new MergedDay(LakeLayer.SILVER, HourFolder.hourOf(Payments.START), files, hadoop));
  }

  private List<Path> writtenOfDelta() throws IOException {
    try (Stream<Path> all = Files.walk(Standing.delta(tables, LakeLayer.SILVER))) {
      return all.filter(path -> path.toString().matches(".*/hour=\\d\\d/[^/.][^/]*parquet"))
          .toList();
    }
  }

  private List<Path> written() throws IOException {
    try (Stream<Path> all = Files.walk(tables.lake.resolve("tables"))) {
      return all.filter(path -> path.toString().matches(".*/silver_current/data/.*[^.]*parquet"))
          .filter(path -> !path.getFileName().toString().startsWith("."))
          .toList();
    }
  }

  @Test
  void whatIsNeededNoMoreIsDeletedAfterAWhile() throws Exception {
    commit();
    Path lost = written().get(0).resolveSibling("0123~lost.parquet");
    Files.writeString(lost, "of a writer that died");
    writer.verdicts(payments.verdicts(60));
    commit();
    assertThat(written()).hasSize(3).contains(lost);
    Path lostOfDelta = writtenOfDelta().get(0).resolveSibling("0123~lost.parquet");
    Files.writeString(lostOfDelta, "of a writer that died");
    assertThat(writtenOfDelta()).hasSize(3);
    commit("--keep=1h");
    assertThat(written()).as("who reads as of then still needs them").hasSize(3);
    assertThat(writtenOfDelta()).hasSize(3);
    List<String> lake = tables.files(LakeLayer.SILVER);

    commit("--keep=0s");

    assertThat(written()).hasSize(1).doesNotContain(lost);
    assertThat(writtenOfDelta()).hasSize(1).doesNotContain(lostOfDelta);
    assertThat(tables.files(LakeLayer.SILVER)).isEqualTo(lake);
    assertThat(current(LakeLayer.SILVER).history()).hasSize(1);
    assertStands(LakeLayer.SILVER, "transaction_id");
    assertThat(commit().lines())
        .as("the other tables still know their files")
        .anySatisfy(line -> assertThat(line).matches(".*\\.silver +0 +0 +" + lake.size() + " +0"));
  }

  @Test
  void filteredQueriesFindWhatFullOnesFind() throws Exception {
    commit();
    List<String> all = standing(LakeLayer.SILVER, "transaction_id");
    for (int user = 0; user < 20; user++) {
      long least = 20_000L + 2_000L * user;
      long from = Payments.START + user * 180_000L;
      Expression asked =
          and(
              equal("user_id", "u" + user),
              greaterThanOrEqual("amount_minor", least),
              greaterThanOrEqual("event_time", from * 1000));
      String its = " user_id=u" + user + " ";
      assertThat(Rows.iceberg(current(LakeLayer.SILVER), LakeLayer.SILVER, asked))
          .isEqualTo(
              all.stream()
                  .filter(row -> (" " + row).contains(its))
                  .filter(row -> number("amount_minor", row) >= least)
                  .filter(
                      row ->
                          !Instant.parse(said("event_time", row))
                              .isBefore(Instant.ofEpochMilli(from)))
                  .toList());
    }
  }

  private static long number(String column, String row) {
    return Long.parseLong(said(column, row));
  }

  private static String said(String column, String row) {
    Matcher its = Pattern.compile("(?:^| )" + column + "=(\\S+)").matcher(row);
    assertThat(its.find()).isTrue();
    return its.group(1);
  }
}
