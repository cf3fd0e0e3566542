package weir.io.lake;

import java.nio.ByteBuffer;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;
import weir.model.LogPosition;
import weir.model.LogRecord;
import weir.model.Payload;

/** Bronze: every record as it was read, so that the log can be made again from it. */
final class RecordLayer implements Layer<LogRecord> {
  private static final long serialVersionUID = 1L;

  private static final Schema SCHEMA =
      new Columns("record")
          .text("topic")
          .smallNumber("log_partition")
          .number("log_offset")
          .time("log_time")
          .optionalBytes("key", "value")
          .schema();

  private final String topic;

  RecordLayer(String topic) {
    this.topic = topic;
  }

  @Override
  public String folder() {
    return "bronze";
  }

  @Override
  public Schema schema() {
    return SCHEMA;
  }

  @Override
  public long time(LogRecord record) {
    return record.position().time();
  }

  @Override
  public GenericRecord row(LogRecord record) {
    LogPosition position = record.position();
    GenericRecord row = new GenericData.Record(SCHEMA);
    row.put("topic", topic);
    row.put("log_partition", position.partition());
    row.put("log_offset", position.offset());
    row.put("log_time", position.time());
    row.put("key", bytes(record.key()));
    row.put("value", bytes(record.value()));
    return row;
  }

  private static @Nullable ByteBuffer bytes(@Nullable Payload payload) {
    return payload == null ? null : ByteBuffer.wrap(payload.bytes());
  }
}
