package weir.tables.files;

import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.mapping.MappingUtil;
import org.apache.iceberg.mapping.NameMapping;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;
import org.apache.iceberg.types.Types.NestedField;
import weir.layer.Column;
import weir.layer.LakeLayer;

/** The columns of a layer, for Iceberg. */
public final class Schemas {
  private Schemas() {}

  /** A column may be absent in any file: there was a time before each. */
  public static Schema of(LakeLayer layer) {
    return new Schema(
        layer.columns().stream()
            .map(column -> NestedField.optional(column.id(), column.name(), type(column)))
            .toList());
  }

  private static Type type(Column column) {
    return switch (column.type()) {
      case TEXT -> Types.StringType.get();
      case BYTES -> Types.BinaryType.get();
      case TEXTS -> Types.ListType.ofRequired(column.itemId(), Types.StringType.get());
      case TIME -> Types.TimestampType.withZone();
      case NUMBER -> Types.LongType.get();
      case SMALL_NUMBER -> Types.IntegerType.get();
      case REAL -> Types.DoubleType.get();
      case TRUTH -> Types.BooleanType.get();
    };
  }

  /** By hour, as the folders are. */
  public static PartitionSpec byHour(Schema schema, LakeLayer layer) {
    return PartitionSpec.builderFor(schema).hour(layer.time(), layer.time() + "_hour").build();
  }

  /** Columns of files that have no ids. */
  public static NameMapping names(LakeLayer layer) {
    return MappingUtil.create(of(layer));
  }

  /** A table's columns, and those of the layer that it does not have yet. */
  public static Schema grown(Schema table, LakeLayer layer) {
    List<NestedField> columns = new ArrayList<>(table.columns());
    for (NestedField each : of(layer).columns()) {
      if (table.findField(each.fieldId()) == null) {
        columns.add(each);
      }
    }
    return new Schema(columns);
  }
}
