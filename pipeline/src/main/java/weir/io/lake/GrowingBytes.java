package weir.io.lake;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Bytes that become more, numbers among them in Parquet's order; emptied, they keep their room. */
final class GrowingBytes {
  private static final int FIRST_ROOM = 1 << 8;

  // A buffer of the JDK would look at its bounds, its order and its owner at every byte.
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private byte[] array = new byte[FIRST_ROOM];
  private int size;

  int size() {
    return size;
  }

  byte[] array() {
    return array;
  }

  /** All of them, to be read from the first on. */
  ByteBuffer read() {
    return ByteBuffer.wrap(array, 0, size).order(ByteOrder.LITTLE_ENDIAN);
  }

  void clear() {
    size = 0;
  }

  void addByte(byte value) {
    room(1);
    array[size++] = value;
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

  void addBytes(byte[] from, int offset, int length) {
    room(length);
    System.arraycopy(from, offset, array, size, length);
    size += length;
  }

  /** Writes how many there are, and them. */
  void writeTo(ByteBuffer to) {
    to.putInt(size).put(array, 0, size);
  }

  /** Takes as many as another wrote. */
  void readFrom(ByteBuffer from) {
    int more = from.getInt();
    addBytes(from.array(), from.arrayOffset() + from.position(), more);
    from.position(from.position() + more);
  }

  private void room(int more) {
    if (array.length - size < more) {
      array = Arrays.copyOf(array, Math.max(Math.addExact(size, more), 2 * array.length));
    }
  }
}
