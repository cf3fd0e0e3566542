package weir.io.lake;

import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;

/** Collects the columns of a layer: absent values are nulls, times are milliseconds in UTC. */
final class Columns {
  private static final Schema TIME =
      LogicalTypes.timestampMillis().addToSchema(Schema.create(Schema.Type.LONG));

  private final SchemaBuilder.FieldAssembler<Schema> fields;

  Columns(String name) {
    fields = SchemaBuilder.record(name).namespace("weir").fields();
  }

  Columns text(String... names) {
    for (String name : names) {
      fields.requiredString(name);
    }
    return this;
  }

  Columns optionalText(String... names) {
    for (String name : names) {
      fields.optionalString(name);
    }
    return this;
  }

  Columns optionalBytes(String... names) {
    for (String name : names) {
      fields.optionalBytes(name);
    }
    return this;
  }

  Columns optionalReal(String... names) {
    for (String name : names) {
      fields.optionalDouble(name);
    }
    return this;
  }

  Columns time(String... names) {
    for (String name : names) {
      fields.name(name).type(TIME).noDefault();
    }
    return this;
  }

  Columns number(String name) {
    fields.requiredLong(name);
    return this;
  }

  Columns smallNumber(String name) {
    fields.requiredInt(name);
    return this;
  }

  Columns truth(String name) {
    fields.requiredBoolean(name);
    return this;
  }

  Columns texts(String name) {
    fields.name(name).type().array().items().stringType().noDefault();
    return this;
  }

  Schema schema() {
    return fields.endRecord();
  }
}
