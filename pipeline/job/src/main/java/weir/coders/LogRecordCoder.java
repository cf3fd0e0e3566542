package weir.coders;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import weir.model.LogRecord;
import weir.model.Payload;

/** The binary form of a record as it was read. */
public final class LogRecordCoder extends FieldwiseCoder<LogRecord> {
  private static final long serialVersionUID = 1L;
  private static final LogRecordCoder INSTANCE = new LogRecordCoder();

  private LogRecordCoder() {}

  public static LogRecordCoder of() {
    return INSTANCE;
  }

  @Override
  protected void write(LogRecord record, WireBuffer out) throws IOException {
    LogPositionForm.write(record.position(), out);
    encode(record.key(), out);
    encode(record.value(), out);
    Wire.writeFlag(record.again(), out);
  }

  private static void encode(@Nullable Payload payload, WireBuffer out) throws IOException {
    Wire.writeOptionalBytes(payload == null ? null : payload.bytes(), out);
  }

  @Override
  public LogRecord decode(InputStream in) throws IOException {
    return new LogRecord(
        LogPositionForm.read(in), decodePayload(in), decodePayload(in), Wire.readFlag(in));
  }

  private static @Nullable Payload decodePayload(InputStream in) throws IOException {
    byte[] bytes = Wire.readOptionalBytes(in);
    return bytes == null ? null : new Payload(bytes);
  }
}
