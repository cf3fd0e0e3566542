package weir.lake.write;

import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;
import weir.form.Field;

/** The columns of a layer, for Parquet: absent values are nulls, times are milliseconds in UTC. */
final class ParquetColumns {
  private static final LogicalTypeAnnotation TEXT = LogicalTypeAnnotation.stringType();
  private static final LogicalTypeAnnotation TIME =
      LogicalTypeAnnotation.timestampType(/* isAdjustedToUTC= */ true, TimeUnit.MILLIS);

  private final String name;
  private final List<Type> types = new ArrayList<>();

  ParquetColumns(String name) {
    this.name = name;
  }

  ParquetColumns text(String... names) {
    return add(Repetition.REQUIRED, PrimitiveTypeName.BINARY, TEXT, names);
  }

  ParquetColumns optionalText(String... names) {
    return add(Repetition.OPTIONAL, PrimitiveTypeName.BINARY, TEXT, names);
  }

  ParquetColumns optionalBytes(String... names) {
    return add(Repetition.OPTIONAL, PrimitiveTypeName.BINARY, null, names);
  }

  ParquetColumns optionalReal(String... names) {
    return add(Repetition.OPTIONAL, PrimitiveTypeName.DOUBLE, null, names);
  }

  ParquetColumns time(String... names) {
    return add(Repetition.REQUIRED, PrimitiveTypeName.INT64, TIME, names);
  }

  ParquetColumns number(String... names) {
    return add(Repetition.REQUIRED, PrimitiveTypeName.INT64, null, names);
  }

  ParquetColumns smallNumber(String... names) {
    return add(Repetition.REQUIRED, PrimitiveTypeName.INT32, null, names);
  }

  ParquetColumns optionalSmallNumber(String... names) {
    return add(Repetition.OPTIONAL, PrimitiveTypeName.INT32, null, names);
  }

  ParquetColumns truth(String... names) {
    return add(Repetition.REQUIRED, PrimitiveTypeName.BOOLEAN, null, names);
  }

  /** A list has the form of Parquet's standard, which all readers know. */
  ParquetColumns texts(String column) {
    types.add(
        Types.requiredList().requiredElement(PrimitiveTypeName.BINARY).as(TEXT).named(column));
    return this;
  }

  /** Those of an answer that is described by its fields. */
  ParquetColumns fields(List<Field> fields) {
    for (Field field : fields) {
      String column = field.column();
      switch (field.kind()) {
        case TEXT -> text(column);
        case OPTIONAL_TEXT, OPTIONAL_JSON, OPTIONAL_DECIMAL -> optionalText(column);
        case TEXTS, NAMES -> texts(column);
        case TIME -> time(column);
        case NUMBER -> number(column);
        case SMALL_NUMBER -> smallNumber(column);
        case OPTIONAL_SMALL_NUMBER -> optionalSmallNumber(column);
        case MONEY -> number(field.minorColumn()).text(column);
        case OPTIONAL_REAL, REAL_BESIDE -> optionalReal(column);
        case TRUTH -> truth(column);
      }
    }
    return this;
  }

  int size() {
    return types.size();
  }

  MessageType schema() {
    return new MessageType(name, types);
  }

  private ParquetColumns add(
      Repetition repetition,
      PrimitiveTypeName primitive,
      @Nullable LogicalTypeAnnotation meaning,
      String... names) {
    for (String column : names) {
      types.add(Types.primitive(primitive, repetition).as(meaning).named(column));
    }
    return this;
  }
}
