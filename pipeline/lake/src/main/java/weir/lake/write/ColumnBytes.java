package weir.lake.write;

import java.nio.ByteBuffer;

/**
 * Values of one column, laid out as in a page of Parquet, with one difference: levels (which say
 * what is absent and where a list begins) and booleans are a byte each here and a bit in the page.
 */
final class ColumnBytes {
  /** Bytes that say how long each of the three parts is. */
  static final int FRAME = 3 * Integer.BYTES;

  final GrowingBytes values = new GrowingBytes();
  final GrowingBytes definitions = new GrowingBytes();
  final GrowingBytes repetitions = new GrowingBytes();

  int size() {
    return values.size() + definitions.size() + repetitions.size();
  }

  void writeTo(ByteBuffer to) {
    values.writeTo(to);
    definitions.writeTo(to);
    repetitions.writeTo(to);
  }

  void clear() {
    values.clear();
    definitions.clear();
    repetitions.clear();
  }
}
