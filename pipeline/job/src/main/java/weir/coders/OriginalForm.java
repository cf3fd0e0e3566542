package weir.coders;

import java.io.IOException;
import java.io.InputStream;
import weir.model.Original;
import weir.model.Payload;

/** How the bytes for a dead letter are written as a part of something. */
final class OriginalForm {
  private OriginalForm() {}

  static void write(Original original, WireBuffer out) throws IOException {
    Wire.writeBytes(original.kept().bytes(), out);
    Wire.writeLong(original.size(), out);
    Wire.writeOptionalText(original.sha256(), out);
  }

  static Original read(InputStream in) throws IOException {
    return new Original(
        new Payload(Wire.readBytes(in)), Wire.readInt(in), Wire.readOptionalText(in));
  }
}
