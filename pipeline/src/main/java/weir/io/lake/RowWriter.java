package weir.io.lake;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows one behind the other, each value in the form in which {@link Columns} hands it on.
 */
final class RowWriter {
  static final byte PRESENT = 1;
  private static final byte ABSENT = 0;
  private static final int FIRST_ROOM = 1 << 12;

  private ByteBuffer rows = ByteBuffer.allocate(FIRST_ROOM);

  /** How many bytes the rows have by now. */
  int size() {
    return rows.position();
  }

  byte[] toBytes() {
    return Arrays.copyOf(rows.array(), rows.position());
  }

  RowWriter text(String text) {
    return binary(text.getBytes(StandardCharsets.UTF_8));
  }

  RowWriter optionalText(@Nullable String text) {
    return text == null ? absent() : present().text(text);
  }

  RowWriter optionalBytes(byte @Nullable [] bytes) {
    return bytes == null ? absent() : present().binary(bytes);
  }

  RowWriter optionalReal(@Nullable Double real) {
    if (real == null) {
      return absent();
    }
    present().room(Double.BYTES).putDouble(real);
    return this;
  }

  RowWriter time(long millis) {
    return number(millis);
  }

  RowWriter number(long number) {
    room(Long.BYTES).putLong(number);
    return this;
  }

  RowWriter smallNumber(int number) {
    room(Integer.BYTES).putInt(number);
    return this;
  }

  RowWriter truth(boolean truth) {
    room(1).put((byte) (truth ? 1 : 0));
    return this;
  }

  RowWriter texts(List<String> texts) {
    smallNumber(texts.size());
    texts.forEach(this::text);
    return this;
  }

  private RowWriter binary(byte[] bytes) {
    room(Integer.BYTES + bytes.length).putInt(bytes.length).put(bytes);
    return this;
  }

  private RowWriter present() {
    room(1).put(PRESENT);
    return this;
  }

  private RowWriter absent() {
    room(1).put(ABSENT);
    return this;
  }

  private ByteBuffer room(int bytes) {
    if (rows.remaining() < bytes) {
      int wanted = Math.addExact(rows.position(), bytes);
      byte[] larger = Arrays.copyOf(rows.array(), Math.max(wanted, 2 * rows.capacity()));
      rows = ByteBuffer.wrap(larger, rows.position(), larger.length - rows.position());
    }
    return rows;
  }
}
