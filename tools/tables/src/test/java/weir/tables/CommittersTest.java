package weir.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.lake.write.LakeWriter;
import weir.launch.ChildJvm;
import weir.launch.Launch;
import weir.layer.LakeLayer;
import weir.local.LocalPostgres;
import weir.model.Verdict;
import weir.tables.commit.Committer;
import weir.tables.commit.OpenTable;
import weir.tables.delta.DeltaTable;
import weir.tables.files.FactsReader;
import weir.tables.files.Lake;
import weir.tables.files.LakeFile;
import weir.tables.files.Shape;

/** However many put files into a table, and whatever happens to them, each is there once. */
class CommittersTest {
  private static final int AT_ONCE = 4;
  private static final LakeLayer LAYER = LakeLayer.SILVER;

  private final TestTables tables;
  private final LakeWriter writer;
  private final Payments payments = new Payments(11);
  private final Random random = new Random(5);

  CommittersTest(@TempDir Path lake) {
    tables = new TestTables(lake);
    writer = new LakeWriter(lake);
  }

  private interface Opening {
    OpenTable open(Lake lake, Configuration hadoop);
  }

  private OpenTable iceberg(Lake lake, Configuration hadoop) {
    return tables.warehouse(lake, hadoop).table(LAYER);
  }

  private void commitTogether(Opening opening) throws Exception {
    ExecutorService committers = Executors.newFixedThreadPool(AT_ONCE);
    List<Future<Integer>> added = new ArrayList<>();
    for (int each = 0; each < AT_ONCE; each++) {
      Callable<Integer> committing =
          () -> {
            Configuration hadoop = new Configuration();
            Lake lake = Lake.open(tables.lake.toString(), hadoop);
            Committer committer =
                new Committer(opening.open(lake, hadoop), new FactsReader(Shape.of(LAYER), hadoop));
            List<LakeFile> files = lake.files(LAYER);
            int its = 0;
            // A few at a time, so that they meet often.
            for (int until = 1; until <= files.size(); until += 3) {
              its += committer.commit(files.subList(0, until)).files();
            }
            return its + committer.commit(files).files();
          };
      added.add(committers.submit(committing));
    }
    int inAll = 0;
    for (Future<Integer> each : added) {
      inAll += each.get(2, TimeUnit.MINUTES);
    }
    committers.shutdown();
    assertThat(inAll).isEqualTo(tables.files(LAYER).size());
  }

  @Test
  void severalAtOnceAddEachFileOnce() throws Exception {
    for (int run = 0; run < 8; run++) {
      writer.verdicts(payments.verdicts(40));
    }
    commitTogether(this::iceberg);
    assertThat(planned(tables)).isEqualTo(tables.files(LAYER));
    commitTogether((lake, hadoop) -> DeltaTable.of(lake, LAYER, hadoop));
    assertThat(Rows.delta(LAYER, folder(), Optional.empty(), time -> true)).isEqualTo(320);
  }

  private static List<String> planned(TestTables its) {
    return its.planned(LAYER).stream()
        .map(each -> each.replaceFirst("^file:/+", "/"))
        .sorted()
        .toList();
  }

  private String folder() {
    return tables.lake.resolve(LAYER.folder()).toUri().toString().replaceFirst("/$", "");
  }

  /** Every second one merges as well, which takes it longer. */
  private static ChildJvm follower(TestTables its, int number) {
    List<String> command =
        new ArrayList<>(its.command("both", "--follow", "--every=50ms", "--settled-after=1h"));
    if (number % 2 == 1) {
      command.add("--current");
    }
    return Launch.ofThese("a committer", "weir.tables.command.Main")
        .jvm("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx512m")
        .arguments(command)
        .logTo(its.lake.resolve("follower-" + number + ".log"));
  }

  private static String logs(List<ChildJvm> followers) {
    return followers.stream()
        .map(each -> each.lastWords().text())
        .collect(Collectors.joining("\n"));
  }

  /** How often somebody began to commit, as the files beside the table tell. */
  private static long commits(TestTables its) throws IOException {
    Path metadata = its.lake.resolve("tables/" + its.namespace + "/" + LAYER.table() + "/metadata");
    if (!Files.exists(metadata)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(metadata)) {
      return files.filter(each -> each.getFileName().toString().startsWith("snap-")).count();
    }
  }

  /** Committers, and the catalog that they ask, at any moment. */
  @Test
  void whateverIsKilledNothingIsLostAndNothingIsThereTwice() throws Exception {
    writer.records("transactions", payments.records(50));
    List<Verdict> said = new ArrayList<>(payments.verdicts(40));
    writer.verdicts(said);
    try (LocalPostgres catalog = LocalPostgres.start()) {
      TestTables its = new TestTables(tables.lake, catalog);
      List<ChildJvm> followers = new ArrayList<>(List.of(follower(its, 0), follower(its, 1)));
      int kills = 0;
      long committed = 2;
      long late = System.nanoTime() + Duration.ofMinutes(2).toNanos();
      try {
        while (kills < 4) {
          assertThat(System.nanoTime()).as(() -> logs(followers)).isLessThan(late);
          List<Verdict> some = payments.verdicts(6);
          Collections.shuffle(said, random);
          said.subList(0, 4).forEach(each -> some.add(Payments.seen(each, 1 + random.nextInt(50))));
          said.addAll(some);
          writer.verdicts(some);
          TimeUnit.MILLISECONDS.sleep(random.nextInt(80));
          if (commits(its) >= committed) {
            TimeUnit.MILLISECONDS.sleep(random.nextInt(300));
            if (kills++ % 2 == 0) {
              catalog.kill();
              catalog.restart();
            } else {
              followers.remove(0).kill();
              followers.add(follower(its, 1 + kills / 2));
            }
            committed = commits(its) + 2;
          }
        }
      } finally {
        followers.forEach(ChildJvm::close);
      }
      its.commit("both", "--current", "--settled-after=1h");
      assertThat(planned(its)).isEqualTo(its.files(LAYER));
      long rows = Rows.duck(LAYER, its.files(LAYER), "true").size();
      assertThat(Rows.delta(LAYER, folder(), Optional.empty(), time -> true)).isEqualTo(rows);
      Standing.check(its, LAYER, "transaction_id", Payments.START + 2 * Payments.HOUR);
    }
  }

  /** As many as a job may leave in a week in which nobody made tables. */
  @Test
  void tenThousandFilesAreSoonCommitted() throws IOException {
    List<Path> files = writer.verdicts(payments.verdicts(12));
    for (int copy = tables.files(LAYER).size(); copy < 10_000; copy++) {
      Path one = files.get(copy % files.size());
      Files.copy(
          one,
          one.resolveSibling(UUID.randomUUID() + ".parquet"),
          StandardCopyOption.COPY_ATTRIBUTES);
    }
    long begin = System.nanoTime();
    tables.commit("both");
    Duration took = Duration.ofNanos(System.nanoTime() - begin);
    assertThat(tables.planned(LAYER)).hasSize(10_000);
    assertThat(took).isLessThan(Duration.ofMinutes(1));
  }
}
