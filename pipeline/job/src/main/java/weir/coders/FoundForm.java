package weir.coders;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import weir.model.Found;
import weir.model.Witness;

/** The binary form of what a feature said where its key was looked at. */
final class FoundForm {
  private static final int NOTHING = 0;
  private static final int WHOLE = 1;
  private static final int REAL = 2;
  private static final int TEXT = 3;

  private FoundForm() {}

  static void write(Found found, WireBuffer out) throws IOException {
    Wire.writeText(found.feature(), out);
    writeValue(found.value(), out);
    Wire.writeLong(found.seen(), out);
    Wire.writeLong(found.newest().size(), out);
    long before = 0;
    for (Witness each : found.newest()) {
      Wire.writeSigned(each.time() - before, out);
      before = each.time();
      Wire.writeText(each.id(), out);
      Wire.writeText(each.userId(), out);
    }
  }

  private static void writeValue(@Nullable Object value, WireBuffer out) throws IOException {
    if (value instanceof Long whole) {
      out.write(WHOLE);
      Wire.writeSigned(whole, out);
    } else if (value instanceof Double real) {
      out.write(REAL);
      Wire.writeDouble(real, out);
    } else if (value instanceof String text) {
      out.write(TEXT);
      Wire.writeText(text, out);
    } else if (value == null) {
      out.write(NOTHING);
    } else {
      throw new IOException("no value of a feature: " + value);
    }
  }

  static Found read(InputStream in) throws IOException {
    String feature = Wire.readText(in);
    Object value = readValue(in);
    long seen = Wire.readLong(in);
    int size = Wire.readInt(in);
    List<Witness> newest = new ArrayList<>(size);
    long before = 0;
    for (int i = 0; i < size; i++) {
      before += Wire.readSigned(in);
      newest.add(new Witness(before, Wire.readText(in), Wire.readText(in)));
    }
    return new Found(feature, value, seen, newest);
  }

  private static @Nullable Object readValue(InputStream in) throws IOException {
    int kind = in.read();
    return switch (kind) {
      case NOTHING -> null;
      case WHOLE -> Wire.readSigned(in);
      case REAL -> Wire.readDouble(in);
      case TEXT -> Wire.readText(in);
      default -> throw new IOException("no kind of value: " + kind);
    };
  }
}
