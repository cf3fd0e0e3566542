package weir.io.lake;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a layer, for Parquet: absent values are nulls, times are milliseconds in UTC. They
 * know how to hand over a row that a {@link RowWriter} wrote, value by value and as bytes: nothing
 * is made a text again on its way to a file.
 */
final class Columns {
  private static final LogicalTypeAnnotation TEXT = LogicalTypeAnnotation.stringType();
  private static final LogicalTypeAnnotation TIME =
      LogicalTypeAnnotation.timestampType(/* isAdjustedToUTC= */ true, TimeUnit.MILLIS);

  private final String name;
  private final List<Type> types = new ArrayList<>();
  private final List<Value> values = new ArrayList<>();
  private final List<String> various = new ArrayList<>();

  /** Hands over the next value of a row. */
  private interface Value {
    void hand(ByteBuffer row, RecordConsumer to);
  }

  Columns(String name) {
    this.name = name;
  }

  Columns text(String... names) {
    return add(Repetition.REQUIRED, PrimitiveTypeName.BINARY, TEXT, Columns::binary, names);
  }

  Columns optionalText(String... names) {
    return add(Repetition.OPTIONAL, PrimitiveTypeName.BINARY, TEXT, Columns::binary, names);
  }

  Columns optionalBytes(String... names) {
    return add(Repetition.OPTIONAL, PrimitiveTypeName.BINARY, null, Columns::binary, names);
  }

  Columns optionalReal(String... names) {
    Value real = (row, to) -> to.addDouble(row.getDouble());
    return add(Repetition.OPTIONAL, PrimitiveTypeName.DOUBLE, null, real, names);
  }

  Columns time(String... names) {
    Value time = (row, to) -> to.addLong(row.getLong());
    return add(Repetition.REQUIRED, PrimitiveTypeName.INT64, TIME, time, names);
  }

  Columns number(String... names) {
    Value number = (row, to) -> to.addLong(row.getLong());
    return add(Repetition.REQUIRED, PrimitiveTypeName.INT64, null, number, names);
  }

  Columns smallNumber(String... names) {
    Value number = (row, to) -> to.addInteger(row.getInt());
    return add(Repetition.REQUIRED, PrimitiveTypeName.INT32, null, number, names);
  }

  Columns truth(String... names) {
    Value truth = (row, to) -> to.addBoolean(row.get() == 1);
    return add(Repetition.REQUIRED, PrimitiveTypeName.BOOLEAN, null, truth, names);
  }

  Columns texts(String column) {
    types.add(
        Types.requiredList().requiredElement(PrimitiveTypeName.BINARY).as(TEXT).named(column));
    values.add(Columns::texts);
    return this;
  }

  /** Says that in these hardly two values are the same: a dictionary would only be a burden. */
  Columns various(String... names) {
    various.addAll(List.of(names));
    return this;
  }

  List<String> various() {
    return various;
  }

  MessageType schema() {
    return new MessageType(name, types);
  }

  /** Hands over the next row. */
  void hand(ByteBuffer row, RecordConsumer to) {
    to.startMessage();
    for (int i = 0; i < types.size(); i++) {
      Type type = types.get(i);
      if (!type.isRepetition(Repetition.OPTIONAL) || row.get() == RowWriter.PRESENT) {
        to.startField(type.getName(), i);
        values.get(i).hand(row, to);
        to.endField(type.getName(), i);
      }
    }
    to.endMessage();
  }

  private Columns add(
      Repetition repetition,
      PrimitiveTypeName primitive,
      @Nullable LogicalTypeAnnotation meaning,
      Value value,
      String... names) {
    for (String column : names) {
      types.add(Types.primitive(primitive, repetition).as(meaning).named(column));
      values.add(value);
    }
    return this;
  }

  private static void binary(ByteBuffer row, RecordConsumer to) {
    int length = row.getInt();
    int start = row.position();
    row.position(start + length);
    // Reused, so that what Parquet keeps of it does not keep all the rows beside it.
    to.addBinary(Binary.fromReusedByteArray(row.array(), row.arrayOffset() + start, length));
  }

  /** A list has the form of Parquet's standard, which all readers know. */
  private static void texts(ByteBuffer row, RecordConsumer to) {
    int size = row.getInt();
    to.startGroup();
    if (size > 0) {
      to.startField("list", 0);
      for (int i = 0; i < size; i++) {
        to.startGroup();
        to.startField("element", 0);
        binary(row, to);
        to.endField("element", 0);
        to.endGroup();
      }
      to.endField("list", 0);
    }
    to.endGroup();
  }
}
