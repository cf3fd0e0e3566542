package weir.lake.write;

import org.jspecify.annotations.Nullable;
import weir.layer.LakeLayer;
import weir.model.LogPosition;
import weir.model.LogRecord;
import weir.model.Payload;

/** Bronze: every record as it was read, so that the log can be restored from it. */
final class RecordLayer implements Layer<LogRecord> {
  private static final long serialVersionUID = 1L;

  private static final ParquetColumns COLUMNS = ParquetColumns.of("record", LakeLayer.BRONZE);

  private final String topic;

  RecordLayer(String topic) {
    this.topic = topic;
  }

  @Override
  public String folder() {
    return LakeLayer.BRONZE.folder();
  }

  @Override
  public ParquetColumns columns() {
    return COLUMNS;
  }

  @Override
  public long time(LogRecord record) {
    return record.position().writtenTime();
  }

  @Override
  public void write(LogRecord record, RowWriter row) {
    LogPosition position = record.position();
    row.text(topic)
        .smallNumber(position.partition())
        .number(position.offset())
        .time(position.writtenTime())
        .optionalBytes(bytes(record.key()))
        .optionalBytes(bytes(record.value()));
  }

  private static byte @Nullable [] bytes(@Nullable Payload payload) {
    return payload == null ? null : payload.bytes();
  }
}
