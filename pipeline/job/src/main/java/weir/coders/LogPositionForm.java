package weir.coders;

import java.io.IOException;
import java.io.InputStream;
import weir.model.LogPosition;

/** How a position is written wherever one is part of something. */
final class LogPositionForm {
  private LogPositionForm() {}

  static void write(LogPosition position, WireBuffer out) throws IOException {
    Wire.writeLong(position.partition(), out);
    Wire.writeLong(position.offset(), out);
    Wire.writeLong(position.time(), out);
  }

  static LogPosition read(InputStream in) throws IOException {
    return new LogPosition(Wire.readInt(in), Wire.readLong(in), Wire.readLong(in));
  }
}
