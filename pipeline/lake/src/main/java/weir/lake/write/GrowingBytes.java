package weir.lake.write;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A growing buffer of bytes, with numbers in Parquet's byte order. Clearing it keeps its memory.
 */
final class GrowingBytes {
  private static final int FIRST_ROOM = 1 << 8;
  private static final char FIRST_OF_TWO_BYTES = 0x80;

  // A ByteBuffer would check its bounds, its order and its owner at every byte.
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private byte[] array = new byte[FIRST_ROOM];
  private int size;

  int size() {
    return size;
  }

  void clear() {
    size = 0;
  }

  /** A byte for now, a bit in the page. */
  void addBit(boolean bit) {
    room(1);
    array[size++] = (byte) (bit ? 1 : 0);
  }

  void addInt(int value) {
    room(Integer.BYTES);
    INT.set(array, size, value);
    size += Integer.BYTES;
  }

  void addLong(long value) {
    room(Long.BYTES);
    LONG.set(array, size, value);
    size += Long.BYTES;
  }

  /** Bytes, and before them how many. */
  void addBinary(byte[] bytes) {
    addInt(bytes.length);
    room(bytes.length);
    System.arraycopy(bytes, 0, array, size, bytes.length);
    size += bytes.length;
  }

  /** A text in UTF-8, and before it how many bytes it is. */
  void addText(String text) {
    int length = text.length();
    room(Integer.BYTES + length);
    int at = size + Integer.BYTES;
    for (int i = 0; i < length; i++) {
      char letter = text.charAt(i);
      if (letter >= FIRST_OF_TWO_BYTES) {
        addBinary(text.getBytes(StandardCharsets.UTF_8));
        return;
      }
      array[at + i] = (byte) letter;
    }
    INT.set(array, size, length);
    size = at + length;
  }

  /** Writes how many there are, and them. */
  void writeTo(ByteBuffer to) {
    to.putInt(size).put(array, 0, size);
  }

  private void room(int more) {
    if (array.length - size < more) {
      array = Arrays.copyOf(array, Math.max(Math.addExact(size, more), 2 * array.length));
    }
  }
}
