package weir.io.lake;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Bytes that become more, numbers among them in Parquet's order; emptied, they keep their room. */
final class GrowingBytes {
  private static final int FIRST_ROOM = 1 << 8;

  private byte[] array = new byte[FIRST_ROOM];
  private ByteBuffer bytes = inOrder(array);

  int size() {
    return bytes.position();
  }

  byte[] array() {
    return array;
  }

  /** All of them, to be read from the first on. */
  ByteBuffer read() {
    return inOrder(array).limit(size());
  }

  void clear() {
    bytes.clear();
  }

  /** A buffer with room for so many more. */
  ByteBuffer room(int more) {
    if (bytes.remaining() < more) {
      int place = bytes.position();
      int wanted = Math.addExact(place, more);
      array = Arrays.copyOf(array, Math.max(wanted, 2 * array.length));
      bytes = inOrder(array).position(place);
    }
    return bytes;
  }

  /** Writes how many there are, and them. */
  void writeTo(ByteBuffer to) {
    to.putInt(size()).put(array, 0, size());
  }

  /** Takes as many as another wrote. */
  void readFrom(ByteBuffer from) {
    int more = from.getInt();
    int place = from.position();
    from.position(place + more);
    room(more).put(from.array(), from.arrayOffset() + place, more);
  }

  private static ByteBuffer inOrder(byte[] array) {
    return ByteBuffer.wrap(array).order(ByteOrder.LITTLE_ENDIAN);
  }
}
