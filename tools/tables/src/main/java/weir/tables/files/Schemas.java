package weir.tables.files;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.mapping.MappingUtil;
import org.apache.iceberg.mapping.NameMapping;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;
import org.apache.iceberg.types.Types.NestedField;
import weir.fields.Millionths;
import weir.layer.Column;

/** The columns of a table, for Iceberg. */
public final class Schemas {
  private Schemas() {}

  /** A column may be absent in any file: there was a time before each. */
  public static Schema of(Shape shape) {
    return new Schema(shape.columns().stream().map(Schemas::field).toList());
  }

  private static NestedField field(Column column) {
    return NestedField.optional(column.id(), column.name(), type(column));
  }

  private static Type type(Column column) {
    return switch (column.type()) {
      case TEXT -> Types.StringType.get();
      case BYTES -> Types.BinaryType.get();
      case TEXTS -> Types.ListType.ofRequired(column.itemId(), Types.StringType.get());
      case TIME -> Types.TimestampType.withZone();
      case NUMBER -> Types.LongType.get();
      case SMALL_NUMBER -> Types.IntegerType.get();
      case MILLIONTHS ->
          Types.DecimalType.of(Millionths.DIGITS + Millionths.DECIMALS, Millionths.DECIMALS);
      case REAL -> Types.DoubleType.get();
      case TRUTH -> Types.BooleanType.get();
    };
  }

  /** By the periods of its files. */
  public static PartitionSpec partitioned(Schema schema, Shape shape) {
    PartitionSpec.Builder spec = PartitionSpec.builderFor(schema);
    return switch (shape.period()) {
      case HOUR -> spec.hour(shape.time(), shape.time() + "_hour").build();
      case DAY -> spec.day(shape.time(), shape.time() + "_day").build();
    };
  }

  /** Columns of files that have no ids. */
  public static NameMapping names(Shape shape) {
    return MappingUtil.create(of(shape));
  }

  /** A table's columns, and those of some that it does not have yet. */
  public static Schema grown(Schema table, Collection<Column> columns) {
    List<NestedField> all = new ArrayList<>(table.columns());
    for (Column each : columns) {
      if (table.findField(each.id()) == null) {
        all.add(field(each));
      }
    }
    return new Schema(all);
  }
}
