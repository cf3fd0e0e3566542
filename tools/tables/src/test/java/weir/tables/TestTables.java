package weir.tables;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.CatalogUtil;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;
import weir.layer.LakeLayer;
import weir.local.LocalPostgres;
import weir.tables.command.Started;
import weir.tables.files.Lake;
import weir.tables.iceberg.Warehouse;

/** Tables of one lake, as the command makes them. */
final class TestTables {
  final Path lake;
  final String namespace;
  private final String place;
  private final LocalPostgres server;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  TestTables(Path lake) {
    this(lake, Database.SERVER);
  }

  TestTables(Path lake, LocalPostgres server) {
    this(lake, lake.toString(), server);
  }

  private TestTables(Path lake, String place, LocalPostgres server) {
    this.lake = lake;
    this.server = server;
    this.place = place;
    this.namespace = "n" + Integer.toHexString(place.hashCode());
  }

  /** Those of a copy of the lake in another place. */
  TestTables at(String other) {
    return new TestTables(lake, other, server);
  }

  List<String> command(String format, String... more) {
    List<String> command =
        new ArrayList<>(
            List.of(
                "tables",
                "--lake=" + place,
                "--format=" + format,
                "--jdbcUrl=" + server.jdbcUrl(),
                "--jdbcUser=" + server.user(),
                "--namespace=" + namespace));
    command.addAll(List.of(more));
    return command;
  }

  /** Runs the command in this JVM, and tells what it printed. */
  String commit(String format, String... more) {
    out.reset();
    err.reset();
    int exit =
        Started.run(
            command(format, more),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    if (exit != 0) {
      throw new AssertionError(err.toString(StandardCharsets.UTF_8));
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  /** Where the server keeps which tables there are. */
  Map<String, String> properties() {
    return Map.of(
        "type", "jdbc",
        "uri", server.jdbcUrl(),
        "jdbc.user", server.user(),
        "jdbc.password", "",
        "jdbc.schema-version", "V1",
        "warehouse", "unused");
  }

  Catalog catalog() {
    return CatalogUtil.buildIcebergCatalog("weir", properties(), new Configuration());
  }

  /** Another one beside those of the command. */
  Warehouse warehouse(Lake lake, Configuration hadoop) {
    return Warehouse.open(properties(), lake.beside("tables"), namespace, hadoop);
  }

  Table iceberg(LakeLayer layer) {
    return catalog().loadTable(TableIdentifier.of(namespace, layer.table()));
  }

  /** The files that Iceberg would have a reader look into. */
  List<String> planned(LakeLayer layer, Expression filter) {
    List<String> files = new ArrayList<>();
    try (CloseableIterable<FileScanTask> tasks =
        iceberg(layer).newScan().filter(filter).planFiles()) {
      tasks.forEach(task -> files.add(task.file().location()));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return files;
  }

  List<String> planned(LakeLayer layer) {
    return planned(layer, Expressions.alwaysTrue());
  }

  /** The finished files of a layer, as the file system has them. */
  List<String> files(LakeLayer layer) throws IOException {
    try (Stream<Path> all = Files.walk(lake.resolve(layer.folder()))) {
      return all.filter(path -> path.toString().matches(".*/hour=\\d\\d/[^/.][^/]*[.]parquet"))
          .map(path -> path.toUri().getPath())
          .sorted()
          .toList();
    }
  }
}
