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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import weir.launch.BuiltModule;
import weir.launch.ChildJvm;

/**
 * The tables of Delta that {@code ./weir tables} makes of a lake: those of all that was said, and
 * of what stands. Which files they have is read out of their logs.
 */
final class LakeTables {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Path checkout;
  private final Path lake;

  LakeTables(Path checkout, Path lake) {
    this.checkout = checkout;
    this.lake = lake;
  }

  /** Makes them, or adds what is new. Nothing that is there is taken for unsettled. */
  void make() throws InterruptedException, IOException {
    laterHour();
    try (ChildJvm tables =
        new BuiltModule(checkout.resolve("tools/tables").toString(), "weir.tables.command.Main")
            .launch("tables")
            .jvm("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx512m")
            .arguments(
                List.of(
                    "tables",
                    "--lake=" + lake,
                    "--format=delta",
                    "--current",
                    "--settled-after=0s"))
            .logTo(lake.resolve("tables.log"))) {
      if (!tables.endsWithin(PATIENCE) || !tables.endedWith(0)) {
        throw new AssertionError("no tables: " + tables.lastWords());
      }
    }
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
    Path tables = lake.resolve("tables/delta/weir");
    return new LakeReader(
        lake, layer -> files(tables.resolve(Path.of(layer).getFileName().toString() + "_current")));
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
