package weir.tables.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.iceberg.Metrics;
import org.apache.iceberg.MetricsConfig;
import org.apache.iceberg.mapping.NameMapping;
import org.apache.iceberg.parquet.ParquetUtil;
import org.apache.iceberg.types.Conversions;
import org.apache.iceberg.types.Types;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import weir.layer.Column;
import weir.layer.DeclaredColumns;
import weir.layer.HourFolder;

/**
 * What the end of a file says of its rows.
 *
 * @param metrics counts and bounds by the ids of columns, times in microseconds
 * @param splits where its parts begin
 * @param declared the columns that it has of declared fields
 * @param isOld whether its times are milliseconds. Tables of Iceberg cannot have it as it is: their
 *     readers leave out parts that they need, because they take any time for microseconds
 *     (apache/iceberg#18173).
 */
public record FileFacts(
    LakeFile file, Metrics metrics, List<Long> splits, List<Column> declared, boolean isOld) {

  /** Hadoop's own configuration has hundreds of entries, and each file would look for some. */
  private static final ParquetReadOptions OPTIONS =
      ParquetReadOptions.builder(new PlainParquetConfiguration()).build();

  /** Reads the end of a file. Columns without ids, which are those of old files, go by name. */
  static FileFacts of(LakeFile file, Shape shape, NameMapping names, Configuration hadoop)
      throws IOException {
    try (ParquetFileReader reader =
        ParquetFileReader.open(HadoopInputFile.fromPath(new Path(file.path()), hadoop), OPTIONS)) {
      ParquetMetadata end = reader.getFooter();
      Set<Integer> inMillis = inMillis(end.getFileMetaData().getSchema(), shape);
      Metrics written =
          ParquetUtil.footerMetrics(end, Stream.empty(), MetricsConfig.getDefault(), names);
      return new FileFacts(
          file,
          inMillis.isEmpty() ? written : inMicros(written, inMillis),
          ParquetUtil.getSplitOffsets(end),
          declared(end.getFileMetaData().getSchema()),
          !inMillis.isEmpty());
    }
  }

  private static List<Column> declared(MessageType schema) {
    return DeclaredColumns.among(schema.getFields().stream().map(Type::getName).toList());
  }

  private static Set<Integer> inMillis(MessageType schema, Shape shape) {
    Set<Integer> ids = new HashSet<>();
    for (Column column : shape.columns()) {
      if (column.type() == Column.Type.TIME
          && schema.containsField(column.name())
          && isInMillis(schema.getType(column.name()))) {
        ids.add(column.id());
      }
    }
    return ids;
  }

  private static boolean isInMillis(Type type) {
    return type.getLogicalTypeAnnotation() instanceof TimestampLogicalTypeAnnotation time
        && time.getUnit() == TimeUnit.MILLIS;
  }

  private static Metrics inMicros(Metrics written, Set<Integer> inMillis) {
    return new Metrics(
        written.recordCount(),
        written.columnSizes(),
        written.valueCounts(),
        written.nullValueCounts(),
        written.nanValueCounts(),
        inMicros(written.lowerBounds(), inMillis),
        inMicros(written.upperBounds(), inMillis));
  }

  private static Map<Integer, ByteBuffer> inMicros(
      Map<Integer, ByteBuffer> bounds, Set<Integer> inMillis) {
    Map<Integer, ByteBuffer> right = new HashMap<>(bounds);
    for (int id : inMillis) {
      right.computeIfPresent(
          id, (any, millis) -> Conversions.toByteBuffer(Types.LongType.get(), 1000 * time(millis)));
    }
    return right;
  }

  private static long time(ByteBuffer bound) {
    return Conversions.<Long>fromByteBuffer(Types.LongType.get(), bound);
  }

  /** Why no table can take it, or nothing. Rows of another hour would not be found in this one. */
  String whyNot(Shape shape) {
    int id =
        shape.columns().stream()
            .filter(column -> column.name().equals(shape.time()))
            .findFirst()
            .orElseThrow()
            .id();
    ByteBuffer first = metrics.lowerBounds().get(id);
    ByteBuffer last = metrics.upperBounds().get(id);
    if (metrics.recordCount() == 0) {
      return "";
    }
    if (first == null || last == null) {
      return "it does not say from when to when its rows are";
    }
    boolean isOfFolder =
        shape.period().begin(hourOf(time(first))) == file.hour()
            && shape.period().begin(hourOf(time(last))) == file.hour();
    return isOfFolder
        ? ""
        : "it has rows whose " + shape.time() + " is not in the hour of its folder";
  }

  private static long hourOf(long micros) {
    return HourFolder.hourOf(Math.floorDiv(micros, 1000L));
  }
}
