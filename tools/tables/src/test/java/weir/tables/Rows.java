package weir.tables;

import io.delta.kernel.Scan;
import io.delta.kernel.Snapshot;
import io.delta.kernel.TableManager;
import io.delta.kernel.data.ColumnarBatch;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.data.Row;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.engine.FileReadResult;
import io.delta.kernel.expressions.Predicate;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.internal.data.ScanStateRow;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.FileStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.io.CloseableIterable;
import org.jspecify.annotations.Nullable;
import weir.layer.Column;
import weir.layer.LakeLayer;

/** The rows of tables and files, read by several readers, as sorted lines of text. */
final class Rows {
  private Rows() {}

  private static String line(LakeLayer layer, Function<Column, @Nullable Object> value) {
    return layer.columns().stream()
        .filter(column -> column.type() != Column.Type.BYTES)
        .map(column -> column.name() + "=" + text(value.apply(column)))
        .collect(Collectors.joining(" "));
  }

  private static String text(@Nullable Object value) {
    if (value instanceof Array list) {
      return texts(list);
    }
    return value instanceof OffsetDateTime time ? time.toInstant().toString() : "" + value;
  }

  private static String texts(Array list) {
    try {
      return Arrays.toString((Object[]) list.getArray());
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** By Iceberg's own reader. */
  static List<String> iceberg(Table table, LakeLayer layer, Expression filter) {
    List<String> rows = new ArrayList<>();
    try (CloseableIterable<Record> all = IcebergGenerics.read(table).where(filter).build()) {
      for (Record row : all) {
        rows.add(line(layer, column -> row.getField(column.name())));
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return rows.stream().sorted().toList();
  }

  /** By DuckDB, which the lake's own reader is. */
  static List<String> duck(LakeLayer layer, List<String> files, String where) throws SQLException {
    if (files.isEmpty()) {
      return List.of();
    }
    List<String> rows = new ArrayList<>();
    String list =
        files.stream()
            .map(each -> "'" + each.replaceFirst("^file:/+", "/") + "'")
            .collect(Collectors.joining(", ", "[", "]"));
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement()) {
      statement.execute("set TimeZone = 'UTC'");
      try (ResultSet row =
          statement.executeQuery(
              "select * from read_parquet("
                  + list
                  + ", hive_partitioning=false, union_by_name=true) where "
                  + where)) {
        while (row.next()) {
          rows.add(line(layer, column -> cell(row, column)));
        }
      }
    }
    return rows.stream().sorted().toList();
  }

  private static @Nullable Object cell(ResultSet row, Column column) {
    try {
      return row.getObject(column.name());
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /**
   * How many rows Delta's own reader finds in the files and parts that a filter leaves it.
   *
   * @param counted which of them count, by their time in microseconds
   */
  static long delta(
      LakeLayer layer, String folder, Optional<Predicate> filter, LongPredicate counted)
      throws IOException {
    return delta(new Configuration(), layer, folder, filter, counted);
  }

  /** The same in another file system. */
  static long delta(
      Configuration hadoop,
      LakeLayer layer,
      String folder,
      Optional<Predicate> filter,
      LongPredicate counted)
      throws IOException {
    Engine engine = DefaultEngine.create(hadoop);
    Snapshot snapshot = TableManager.loadSnapshot(folder).build(engine);
    Scan scan =
        filter
            .map(each -> snapshot.getScanBuilder().withFilter(each))
            .orElseGet(snapshot::getScanBuilder)
            .build();
    int time = snapshot.getSchema().indexOf(layer.time());
    long rows = 0;
    Row state = scan.getScanState(engine);
    try (CloseableIterator<FilteredColumnarBatch> batches = scan.getScanFiles(engine)) {
      while (batches.hasNext()) {
        try (CloseableIterator<Row> files = batches.next().getRows()) {
          while (files.hasNext()) {
            rows +=
                rows(engine, state, files.next(), filter, row -> counted.test(row.getLong(time)));
          }
        }
      }
    }
    return rows;
  }

  /** The files that a table of Delta has. */
  static List<String> filesOfDelta(String folder) throws IOException {
    Engine engine = DefaultEngine.create(new Configuration());
    List<String> paths = new ArrayList<>();
    try (CloseableIterator<FilteredColumnarBatch> batches =
        TableManager.loadSnapshot(folder)
            .build(engine)
            .getScanBuilder()
            .build()
            .getScanFiles(engine)) {
      while (batches.hasNext()) {
        try (CloseableIterator<Row> files = batches.next().getRows()) {
          files.forEachRemaining(
              file -> paths.add(InternalScanFileUtils.getAddFileStatus(file).getPath()));
        }
      }
    }
    return paths;
  }

  private static long rows(
      Engine engine,
      Row state,
      Row file,
      Optional<Predicate> filter,
      java.util.function.Predicate<Row> counted)
      throws IOException {
    FileStatus status = InternalScanFileUtils.getAddFileStatus(file);
    CloseableIterator<ColumnarBatch> physical =
        engine
            .getParquetHandler()
            .readParquetFiles(
                Utils.singletonCloseableIterator(status),
                ScanStateRow.getPhysicalDataReadSchema(state),
                filter)
            .map(FileReadResult::getData);
    long rows = 0;
    try (CloseableIterator<FilteredColumnarBatch> logical =
        Scan.transformPhysicalData(engine, state, file, physical)) {
      while (logical.hasNext()) {
        try (CloseableIterator<Row> each = logical.next().getRows()) {
          while (each.hasNext()) {
            rows += counted.test(each.next()) ? 1 : 0;
          }
        }
      }
    }
    return rows;
  }
}
