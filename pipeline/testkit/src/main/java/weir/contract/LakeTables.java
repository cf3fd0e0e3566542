package weir.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import weir.launch.BuiltModule;
import weir.launch.ChildJvm;
import weir.local.LocalPostgres;

/**
 * The tables of Iceberg and Delta that two committers at once make of a lake: those of all that was
 * said, and of what stands. Which files Delta's have is read out of their logs.
 */
final class LakeTables {
  /** What tables are. */
  enum Format {
    ICEBERG,
    DELTA
  }

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Path checkout;
  private final Path lake;
  private final LocalPostgres database;

  /**
   * Names a lake.
   *
   * @param database keeps which tables of Iceberg there are
   */
  LakeTables(Path checkout, Path lake, LocalPostgres database) {
    this.checkout = checkout;
    this.lake = lake;
    this.database = database;
  }

  /** Makes them, or adds what is new. Nothing that is there is taken for unsettled. */
  void make() throws InterruptedException, IOException {
    laterHour();
    try (ChildJvm one = committer("one");
        ChildJvm other = committer("other")) {
      for (ChildJvm each : List.of(one, other)) {
        if (!each.endsWithin(PATIENCE) || !each.endedWith(0)) {
          throw new AssertionError("no tables: " + each.lastWords());
        }
      }
    }
  }

  private ChildJvm committer(String name) {
    return new BuiltModule(checkout.resolve("tools/tables").toString(), "weir.tables.command.Main")
        .launch("tables")
        .jvm("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx512m")
        .arguments(
            List.of(
                "tables",
                "--lake=" + lake,
                "--format=both",
                "--jdbcUrl=" + database.jdbcUrl(),
                "--jdbcUser=" + database.user(),
                "--namespace=" + namespace(),
                "--current",
                "--settled-after=0s"))
        .logTo(lake.resolve("tables-" + name + ".log"));
  }

  private String namespace() {
    return "of_" + Integer.toHexString(lake.toString().hashCode());
  }

  /** Says that all hours are over: bronze of an hour that is far from them. No table takes it. */
  private void laterHour() throws IOException {
    try (Stream<Path> files = Files.walk(lake.resolve("bronze"))) {
      Path any =
          files.filter(each -> each.toString().endsWith(".parquet")).findFirst().orElseThrow();
      Path later = lake.resolve("bronze/date=2999-01-01/hour=00");
      Files.copy(
          any,
          Files.createDirectories(later).resolve("later.parquet"),
          StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Reads all that was said. */
  LakeReader raw() {
    return new LakeReader(lake, layer -> files(lake.resolve(layer)));
  }

  /** Reads what stands. */
  LakeReader current() {
    return new LakeReader(lake, layer -> files(standing(layer)));
  }

  private Path standing(String layer) {
    return lake.resolve("tables/delta").resolve(namespace()).resolve(table(layer) + "_current");
  }

  private static String table(String layer) {
    return Path.of(layer).getFileName().toString();
  }

  /** Reads all that was said out of files that Spark writes of what it reads. */
  LakeReader rawBySpark(SparkSql spark, Format format) {
    return bySpark(
        spark,
        layer ->
            format == Format.DELTA
                ? "delta.`" + lake.resolve(layer) + "`"
                : "weir." + namespace() + "." + table(layer));
  }

  /** Reads what stands out of files that Spark writes of what it reads. */
  LakeReader currentBySpark(SparkSql spark, Format format) {
    return bySpark(
        spark,
        layer ->
            format == Format.DELTA
                ? "delta.`" + standing(layer) + "`"
                : "weir." + namespace() + "." + table(layer) + "_current");
  }

  private LakeReader bySpark(SparkSql spark, UnaryOperator<String> tableOf) {
    return new LakeReader(
        lake,
        layer -> {
          String table = tableOf.apply(layer);
          Path copy = lake.resolve("by-spark-" + Integer.toHexString(table.hashCode()));
          try {
            List<String> answer =
                spark.ask(
                    "insert overwrite directory '"
                        + copy
                        + "' using parquet select * from "
                        + table);
            if (!answer.isEmpty()) {
              throw new AssertionError(table + ": " + answer);
            }
          } catch (IOException ended) {
            throw new UncheckedIOException(ended);
          }
          return "'" + copy + "/*.parquet'";
        });
  }

  private static String files(Path table) {
    Set<String> files = new TreeSet<>();
    try (Stream<Path> log = Files.list(table.resolve("_delta_log"))) {
      for (Path each : log.filter(file -> file.toString().endsWith(".json")).sorted().toList()) {
        for (String line : Files.readAllLines(each)) {
          JsonNode entry = JSON.readTree(line);
          files.removeIf(file -> file.equals(entry.path("remove").path("path").asText()));
          if (entry.has("add")) {
            files.add(entry.path("add").path("path").asText());
          }
        }
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return files.stream()
        .map(file -> "'" + table.resolve(file) + "'")
        .collect(Collectors.joining(", ", "[", "]"));
  }
}
