package weir.tables;

import static org.apache.iceberg.expressions.Expressions.alwaysTrue;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.iceberg.CatalogUtil;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.TableIdentifier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import weir.lake.write.LakeWriter;
import weir.layer.LakeLayer;
import weir.local.LocalS3;
import weir.tables.commit.Committer;
import weir.tables.delta.DeltaTable;
import weir.tables.files.FactsReader;
import weir.tables.files.Lake;
import weir.tables.files.LakeFile;
import weir.tables.files.Shape;
import weir.tables.files.Stores;

/** A lake on a store that speaks S3, and its tables beside it. */
class S3Test {
  private static final Path CHECKOUT = Path.of("..", "..").toAbsolutePath().normalize();
  private static final String BUCKET = "s3://lakes/";

  @TempDir private static Path logs = Path.of("target");
  private static final List<LocalS3> STARTED = new ArrayList<>();

  @BeforeAll
  static void aBucket() throws InterruptedException {
    LocalS3 store = LocalS3.start(CHECKOUT, logs.resolve("s3.log"));
    STARTED.add(store);
    try (S3Client client =
        S3Client.builder()
            .endpointOverride(URI.create(store.endpoint()))
            .region(Region.of(LocalS3.REGION))
            .forcePathStyle(true)
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(LocalS3.KEY, LocalS3.SECRET)))
            .build()) {
      client.createBucket(request -> request.bucket("lakes"));
    }
  }

  @AfterAll
  static void end() {
    STARTED.forEach(LocalS3::close);
  }

  private static Map<String, String> hadoop() {
    return Map.of(
        "fs.s3a.endpoint", STARTED.get(0).endpoint(),
        "fs.s3a.endpoint.region", LocalS3.REGION,
        "fs.s3a.path.style.access", "true",
        "fs.s3a.access.key", LocalS3.KEY,
        "fs.s3a.secret.key", LocalS3.SECRET);
  }

  /** By Iceberg's own file system. */
  private static Map<String, String> iceberg() {
    return Map.of(
        "io-impl",
        "org.apache.iceberg.aws.s3.S3FileIO",
        "s3.endpoint",
        STARTED.get(0).endpoint(),
        "s3.path-style-access",
        "true",
        "s3.access-key-id",
        LocalS3.KEY,
        "s3.secret-access-key",
        LocalS3.SECRET,
        "client.region",
        LocalS3.REGION);
  }

  private static void upload(Path local, String place) throws IOException {
    FileSystem store = FileSystem.get(URI.create(BUCKET), Stores.configuration(hadoop()));
    try (Stream<Path> files = Files.walk(local)) {
      for (Path each : files.filter(file -> file.toString().endsWith(".parquet")).toList()) {
        try (OutputStream out =
            store.create(new org.apache.hadoop.fs.Path(place + "/" + local.relativize(each)))) {
          Files.copy(each, out);
        }
      }
    }
  }

  private static List<String> options(String option, Map<String, String> properties) {
    return properties.entrySet().stream()
        .map(each -> option + "=" + each.getKey() + "=" + each.getValue())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aLakeOnS3BecomesTablesThere(boolean ownIo, @TempDir Path local) throws Exception {
    LakeWriter writer = new LakeWriter(local);
    Payments payments = new Payments(43);
    writer.records("transactions", payments.records(50));
    writer.verdicts(payments.verdicts(100));
    writer.verdicts(payments.verdicts(100));
    String place = BUCKET + (ownIo ? "by-iceberg" : "by-hadoop");
    upload(local, place);
    TestTables here = new TestTables(local);
    TestTables there = here.at(place);
    List<String> more = new ArrayList<>(List.of("--current", "--settled-after=1h"));
    more.addAll(options("--hadoop", hadoop()));
    if (ownIo) {
      more.addAll(options("--catalog", iceberg()));
    }
    for (int round = 0; round < 2; round++) {
      there.commit("both", more.toArray(new String[0]));
    }
    List<String> rows = Rows.duck(LakeLayer.SILVER, here.files(LakeLayer.SILVER), "true");
    Map<String, String> catalog = new HashMap<>(there.properties());
    catalog.putAll(ownIo ? iceberg() : Map.of());
    Configuration hadoop = Stores.configuration(hadoop());
    Table silver = table(catalog, hadoop, there.namespace, "silver");
    assertThat(Rows.iceberg(silver, LakeLayer.SILVER, alwaysTrue())).isEqualTo(rows).hasSize(200);
    assertThat(
            Rows.delta(hadoop, LakeLayer.SILVER, place + "/silver", Optional.empty(), time -> true))
        .isEqualTo(200);
    List<String> standing =
        Rows.iceberg(
            table(catalog, hadoop, there.namespace, "silver_current"),
            LakeLayer.SILVER,
            alwaysTrue());
    assertThat(rows).containsAll(standing);
    assertThat(standing).hasSizeBetween(60, 140);
    assertThat(
            Rows.delta(
                hadoop,
                LakeLayer.SILVER,
                place + "/tables/delta/" + there.namespace + "/silver_current",
                Optional.empty(),
                time -> true))
        .isEqualTo(standing.size());
  }

  private static Table table(
      Map<String, String> catalog, Configuration hadoop, String namespace, String name) {
    return CatalogUtil.buildIcebergCatalog("weir", catalog, hadoop)
        .loadTable(TableIdentifier.of(namespace, name));
  }

  /** An entry of a log is an object that is written only if it is not there. */
  @Test
  void severalAtOnceAddEachFileOnce(@TempDir Path local) throws Exception {
    LakeWriter writer = new LakeWriter(local);
    Payments payments = new Payments(47);
    for (int run = 0; run < 4; run++) {
      writer.verdicts(payments.verdicts(20));
    }
    String place = BUCKET + "several";
    upload(local, place);
    ExecutorService committers = Executors.newFixedThreadPool(3);
    List<Future<Integer>> added = new ArrayList<>();
    for (int each = 0; each < 3; each++) {
      Callable<Integer> committing =
          () -> {
            Configuration hadoop = Stores.configuration(hadoop());
            Lake lake = Lake.open(place, hadoop);
            Committer committer =
                new Committer(
                    DeltaTable.of(lake, LakeLayer.SILVER, hadoop),
                    new FactsReader(Shape.of(LakeLayer.SILVER), hadoop));
            List<LakeFile> files = lake.files(LakeLayer.SILVER);
            int its = 0;
            for (int until = 2; until <= files.size(); until += 2) {
              its += committer.commit(files.subList(0, until)).files();
            }
            return its;
          };
      added.add(committers.submit(committing));
    }
    int inAll = 0;
    for (Future<Integer> each : added) {
      inAll += each.get(2, TimeUnit.MINUTES);
    }
    committers.shutdown();
    assertThat(inAll).isEqualTo(new TestTables(local).files(LakeLayer.SILVER).size());
    assertThat(
            Rows.delta(
                Stores.configuration(hadoop()),
                LakeLayer.SILVER,
                place + "/silver",
                Optional.empty(),
                time -> true))
        .isEqualTo(80);
  }
}
