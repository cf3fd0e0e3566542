package weir.coders;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import weir.fields.DeclaredValues;

/**
 * How declared fields are written as a part of a transaction: by their names, for what is kept in a
 * checkpoint outlives the place of a field among others.
 */
final class DeclaredForm {
  private static final int TEXT = 1;
  private static final int NUMBER = 2;
  private static final int FALSE = 3;
  private static final int TRUE = 4;

  /** Most transactions have the same ones, and shall share them. */
  private static volatile String @Nullable [] lastNames;

  private DeclaredForm() {}

  static void write(DeclaredValues values, WireBuffer out) throws IOException {
    Wire.writeLong(values.size(), out);
    values.forEach(new Writing(out));
  }

  private record Writing(WireBuffer out) implements DeclaredValues.Cases<IOException> {
    @Override
    public void text(String name, String value) throws IOException {
      begin(name, TEXT);
      Wire.writeText(value, out);
    }

    @Override
    public void number(String name, long millionths) throws IOException {
      begin(name, NUMBER);
      Wire.writeSigned(millionths, out);
    }

    @Override
    public void truth(String name, boolean value) throws IOException {
      begin(name, value ? TRUE : FALSE);
    }

    private void begin(String name, int kind) throws IOException {
      Wire.writeText(name, out);
      out.write(kind);
    }
  }

  static DeclaredValues read(InputStream in) throws IOException {
    int size = Wire.readInt(in);
    String[] names = new String[size];
    @Nullable Object[] values = new @Nullable Object[size];
    for (int i = 0; i < size; i++) {
      names[i] = Wire.readText(in);
      values[i] = value(in.read(), in);
    }
    return DeclaredValues.of(shared(names), values);
  }

  private static Object value(int kind, InputStream in) throws IOException {
    return switch (kind) {
      case TEXT -> Wire.readText(in);
      case NUMBER -> Wire.readSigned(in);
      case FALSE -> false;
      case TRUE -> true;
      default -> throw new IOException("no kind of value: " + kind);
    };
  }

  private static String[] shared(String[] names) {
    String[] last = lastNames;
    if (last != null && Arrays.equals(last, names)) {
      return last;
    }
    lastNames = names;
    return names;
  }
}
