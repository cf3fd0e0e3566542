package weir.lake.write;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;
import weir.fields.Millionths;
import weir.layer.Column;
import weir.layer.LakeLayer;

/**
 * The columns of a layer, for Parquet: absent values are nulls, times are microseconds in UTC.
 * Milliseconds would do for us, but tables of Iceberg take the least and the greatest time of a
 * file for microseconds whatever the file says, and then leave out files that they need.
 */
record ParquetColumns(String name, List<Column> columns) {
  private static final LogicalTypeAnnotation TEXT = LogicalTypeAnnotation.stringType();
  private static final LogicalTypeAnnotation TIME =
      LogicalTypeAnnotation.timestampType(/* isAdjustedToUTC= */ true, TimeUnit.MICROS);

  private static final LogicalTypeAnnotation MILLIONTHS =
      LogicalTypeAnnotation.decimalType(
          Millionths.DECIMALS, Millionths.DIGITS + Millionths.DECIMALS);

  static ParquetColumns of(String name, LakeLayer layer) {
    return new ParquetColumns(name, layer.columns());
  }

  /** The same and further ones behind them. */
  ParquetColumns and(Collection<Column> further) {
    return new ParquetColumns(name, Stream.concat(columns.stream(), further.stream()).toList());
  }

  int size() {
    return columns.size();
  }

  MessageType schema() {
    return new MessageType(name, columns.stream().map(ParquetColumns::type).toList());
  }

  private static Type type(Column column) {
    return switch (column.type()) {
      case TEXT -> type(column, PrimitiveTypeName.BINARY, TEXT);
      case BYTES -> type(column, PrimitiveTypeName.BINARY, null);
      case TEXTS -> list(column);
      case TIME -> type(column, PrimitiveTypeName.INT64, TIME);
      case NUMBER -> type(column, PrimitiveTypeName.INT64, null);
      case SMALL_NUMBER -> type(column, PrimitiveTypeName.INT32, null);
      case MILLIONTHS -> type(column, PrimitiveTypeName.INT64, MILLIONTHS);
      case REAL -> type(column, PrimitiveTypeName.DOUBLE, null);
      case TRUTH -> type(column, PrimitiveTypeName.BOOLEAN, null);
    };
  }

  private static Type type(
      Column column, PrimitiveTypeName primitive, @Nullable LogicalTypeAnnotation meaning) {
    Repetition repetition = column.isOptional() ? Repetition.OPTIONAL : Repetition.REQUIRED;
    return Types.primitive(primitive, repetition).as(meaning).id(column.id()).named(column.name());
  }

  /** A list has the form of Parquet's standard, which all readers know. */
  private static Type list(Column column) {
    return Types.requiredList()
        .id(column.id())
        .requiredElement(PrimitiveTypeName.BINARY)
        .as(TEXT)
        .id(column.itemId())
        .named(column.name());
  }
}
