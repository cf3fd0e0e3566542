package weir.bench.spark;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import weir.coders.FieldwiseCoder;

/**
 * Values in the pipeline's own binary form, because Spark's encoders know no sealed types and Kryo
 * cannot make records.
 */
final class Bytes {
  private static final int USUAL_SIZE = 1024;

  private Bytes() {}

  static <T> byte[] write(T value, FieldwiseCoder<T> coder) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(USUAL_SIZE);
    try {
      coder.encode(value, out);
    } catch (IOException impossible) {
      throw new UncheckedIOException("writing to memory failed", impossible);
    }
    return out.toByteArray();
  }

  static <T> T read(byte[] bytes, FieldwiseCoder<T> coder) {
    try {
      return coder.decode(new ByteArrayInputStream(bytes));
    } catch (IOException broken) {
      throw new UncheckedIOException("not what was written", broken);
    }
  }
}
