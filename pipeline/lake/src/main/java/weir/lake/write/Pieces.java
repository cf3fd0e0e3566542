package weir.lake.write;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.bytes.BytesInput;

/** Consecutive bytes in several arrays, without copying them. */
final class Pieces {
  private final List<ByteBuffer> all = new ArrayList<>();
  private int size;

  int size() {
    return size;
  }

  /** Takes as many as {@link GrowingBytes} wrote. */
  void take(ByteBuffer from) {
    int length = from.getInt();
    if (length > 0) {
      all.add(from.slice(from.position(), length));
      from.position(from.position() + length);
      size += length;
    }
  }

  void clear() {
    all.clear();
    size = 0;
  }

  BytesInput whole() {
    return BytesInput.concat(
        all.stream()
            .map(each -> BytesInput.from(each.array(), each.arrayOffset(), each.capacity()))
            .toList());
  }

  /** Each for itself, to be read from its first byte on. */
  List<ByteBuffer> each() {
    return all.stream().map(each -> each.duplicate().order(ByteOrder.LITTLE_ENDIAN)).toList();
  }
}
