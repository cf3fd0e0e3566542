package weir.tables.delta;

import io.delta.kernel.expressions.Column;
import io.delta.kernel.expressions.Literal;
import io.delta.kernel.statistics.DataFileStatistics;
import io.delta.kernel.types.ArrayType;
import io.delta.kernel.types.BinaryType;
import io.delta.kernel.types.BooleanType;
import io.delta.kernel.types.DataType;
import io.delta.kernel.types.DateType;
import io.delta.kernel.types.DecimalType;
import io.delta.kernel.types.DoubleType;
import io.delta.kernel.types.IntegerType;
import io.delta.kernel.types.LongType;
import io.delta.kernel.types.StringType;
import io.delta.kernel.types.StructType;
import io.delta.kernel.types.TimestampType;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.iceberg.Metrics;
import org.apache.iceberg.types.Conversions;
import org.apache.iceberg.types.Types;
import org.jspecify.annotations.Nullable;
import weir.fields.Millionths;
import weir.tables.files.Period;
import weir.tables.files.Shape;

/** The columns of a table, for Delta: those of its files, and those of its partitions. */
final class DeltaColumns {
  static final String DATE = "date";
  static final String HOUR = "hour";

  private DeltaColumns() {}

  static StructType of(Shape shape) {
    StructType all = new StructType();
    for (weir.layer.Column column : shape.columns()) {
      all = all.add(column.name(), type(column.type()));
    }
    StructType dated = all.add(DATE, DateType.DATE);
    return switch (shape.period()) {
      case HOUR -> dated.add(HOUR, IntegerType.INTEGER);
      case DAY -> dated;
    };
  }

  /** By what a table is partitioned. */
  static List<Column> folders(Shape shape) {
    return switch (shape.period()) {
      case HOUR -> List.of(new Column(DATE), new Column(HOUR));
      case DAY -> List.of(new Column(DATE));
    };
  }

  /** A table's columns, and those of some that it does not have yet. */
  static StructType grown(StructType table, Collection<weir.layer.Column> columns) {
    StructType all = table;
    for (weir.layer.Column column : columns) {
      if (!table.fieldNames().contains(column.name())) {
        all = all.add(column.name(), type(column.type()));
      }
    }
    return all;
  }

  private static DataType type(weir.layer.Column.Type type) {
    return switch (type) {
      case TEXT -> StringType.STRING;
      case BYTES -> BinaryType.BINARY;
      case TEXTS -> new ArrayType(StringType.STRING, /* containsNull= */ false);
      case TIME -> TimestampType.TIMESTAMP;
      case NUMBER -> LongType.LONG;
      case SMALL_NUMBER -> IntegerType.INTEGER;
      case MILLIONTHS ->
          new DecimalType(Millionths.DIGITS + Millionths.DECIMALS, Millionths.DECIMALS);
      case REAL -> DoubleType.DOUBLE;
      case TRUTH -> BooleanType.BOOLEAN;
    };
  }

  /** Which date and hour a partition is of. */
  static Map<String, Literal> folder(long hour, Period period) {
    Literal date = Literal.ofDate(Period.DAY.number(hour));
    return switch (period) {
      case HOUR -> Map.of(DATE, date, HOUR, Literal.ofInt(Math.floorMod(hour, 24)));
      case DAY -> Map.of(DATE, date);
    };
  }

  /** Counts and bounds of a file, by the names of its columns. */
  static DataFileStatistics statistics(Metrics metrics, Collection<weir.layer.Column> columns) {
    Map<Column, Literal> least = new HashMap<>();
    Map<Column, Literal> greatest = new HashMap<>();
    Map<Column, Long> absent = new HashMap<>();
    for (weir.layer.Column column : columns) {
      Column name = new Column(column.name());
      bound(column, metrics.lowerBounds().get(column.id()))
          .ifPresent(value -> least.put(name, value));
      bound(column, metrics.upperBounds().get(column.id()))
          .ifPresent(value -> greatest.put(name, value));
      Long nulls = metrics.nullValueCounts().get(column.id());
      if (nulls != null) {
        absent.put(name, nulls);
      }
    }
    return new DataFileStatistics(metrics.recordCount(), least, greatest, absent, Optional.empty());
  }

  /** Texts are left out: what Iceberg keeps of them is cut off, and no bound for Delta. */
  private static Optional<Literal> bound(weir.layer.Column column, @Nullable ByteBuffer bound) {
    if (bound == null) {
      return Optional.empty();
    }
    return switch (column.type()) {
      case TIME -> Optional.of(Literal.ofTimestamp(number(bound)));
      case NUMBER -> Optional.of(Literal.ofLong(number(bound)));
      case SMALL_NUMBER ->
          Optional.of(
              Literal.ofInt(Conversions.<Integer>fromByteBuffer(Types.IntegerType.get(), bound)));
      case TEXT, BYTES, TEXTS, REAL, MILLIONTHS, TRUTH -> Optional.empty();
    };
  }

  private static long number(ByteBuffer bound) {
    return Conversions.<Long>fromByteBuffer(Types.LongType.get(), bound);
  }
}
