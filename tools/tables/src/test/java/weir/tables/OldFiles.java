package weir.tables;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/** Writes files again as they were once: times in milliseconds, and columns without ids. */
final class OldFiles {
  private OldFiles() {}

  static void age(Path file) throws IOException {
    List<Group> rows = new ArrayList<>();
    try (ParquetReader<Group> reader = new Groups(new LocalInputFile(file)).build()) {
      for (Group row = reader.read(); row != null; row = reader.read()) {
        rows.add(row);
      }
    }
    MessageType schema =
        new MessageType(
            "old", rows.get(0).getType().getFields().stream().map(OldFiles::old).toList());
    Files.delete(file);
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new LocalOutputFile(file)).withType(schema).build()) {
      for (Group each : rows) {
        writer.write(old(each, schema));
      }
    }
  }

  private static Type old(Type type) {
    if (!type.isPrimitive()) {
      GroupType group = type.asGroupType();
      return Types.buildGroup(group.getRepetition())
          .as(group.getLogicalTypeAnnotation())
          .addFields(group.getFields().stream().map(OldFiles::old).toArray(Type[]::new))
          .named(group.getName());
    }
    PrimitiveType primitive = type.asPrimitiveType();
    return Types.primitive(primitive.getPrimitiveTypeName(), type.getRepetition())
        .as(
            isTime(type)
                ? LogicalTypeAnnotation.timestampType(/* isAdjustedToUTC= */ true, TimeUnit.MILLIS)
                : type.getLogicalTypeAnnotation())
        .named(type.getName());
  }

  private static boolean isTime(Type type) {
    return type.getLogicalTypeAnnotation() instanceof TimestampLogicalTypeAnnotation;
  }

  private static Group old(Group row, GroupType schema) {
    Group old = new SimpleGroup(schema);
    for (int column = 0; column < schema.getFieldCount(); column++) {
      for (int i = 0; i < row.getFieldRepetitionCount(column); i++) {
        if (!schema.getType(column).isPrimitive()) {
          old.add(column, old(row.getGroup(column, i), schema.getType(column).asGroupType()));
        } else {
          add(row, column, i, old);
        }
      }
    }
    return old;
  }

  private static void add(Group row, int column, int index, Group to) {
    switch (row.getType().getType(column).asPrimitiveType().getPrimitiveTypeName()) {
      case INT64 -> {
        long value = row.getLong(column, index);
        to.add(column, isTime(row.getType().getType(column)) ? value / 1000 : value);
      }
      case INT32 -> to.add(column, row.getInteger(column, index));
      case DOUBLE -> to.add(column, row.getDouble(column, index));
      case BOOLEAN -> to.add(column, row.getBoolean(column, index));
      case BINARY -> to.add(column, row.getBinary(column, index));
      default -> throw new IllegalStateException(row.getType().getType(column).toString());
    }
  }

  private static final class Groups extends ParquetReader.Builder<Group> {
    Groups(LocalInputFile file) {
      super(file);
    }

    @Override
    protected ReadSupport<Group> getReadSupport() {
      return new GroupReadSupport();
    }
  }
}
