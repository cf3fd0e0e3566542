package weir.coders;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what coders write, which is often single bytes: the streams of engines have several
 * layers, and every call goes through all of them. For one thread at a time.
 */
public final class WireBuffer extends OutputStream {
  private static final int SIZE = 8192;

  private static final ThreadLocal<WireBuffer> OF_THREAD = ThreadLocal.withInitial(WireBuffer::new);

  private final byte[] bytes = new byte[SIZE];
  private int used;
  private @Nullable OutputStream target;

  private WireBuffer() {}

  /** What is written in one go. */
  interface Writing {
    void to(WireBuffer buffer) throws IOException;
  }

  /** Writes something that has been handed on when this returns. */
  static void write(OutputStream target, Writing writing) throws IOException {
    if (target instanceof WireBuffer buffer) {
      writing.to(buffer);
      return;
    }
    WireBuffer ofThread = OF_THREAD.get();
    WireBuffer buffer = ofThread.target == null ? ofThread : new WireBuffer();
    buffer.target = target;
    try {
      writing.to(buffer);
      buffer.handOn();
    } finally {
      buffer.target = null;
      buffer.used = 0;
    }
  }

  private void handOn() throws IOException {
    if (target != null) {
      target.write(bytes, 0, used);
    }
    used = 0;
  }

  @Override
  public void write(int value) throws IOException {
    if (used == SIZE) {
      handOn();
    }
    bytes[used++] = (byte) value;
  }

  @Override
  public void write(byte[] from, int start, int length) throws IOException {
    if (length > SIZE - used) {
      handOn();
    }
    if (length > SIZE && target != null) {
      target.write(from, start, length);
    } else {
      System.arraycopy(from, start, bytes, used, length);
      used += length;
    }
  }

  /**
   * Writes a text with its length in front, in UTF-8. Nearly all are short and of ASCII alone.
   *
   * @param more what is added to its length
   */
  void writeText(String text, int more) throws IOException {
    if (!isWrittenAsAscii(text, more)) {
      byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
      Wire.writeLong(utf8.length + more, this);
      write(utf8);
    }
  }

  private boolean isWrittenAsAscii(String text, int more) throws IOException {
    int length = text.length();
    if (length + more > Byte.MAX_VALUE) {
      return false;
    }
    if (length + 1 > SIZE - used) {
      handOn();
    }
    int next = used;
    bytes[next++] = (byte) (length + more);
    for (int i = 0; i < length; i++) {
      char each = text.charAt(i);
      if (each > Byte.MAX_VALUE) {
        return false;
      }
      bytes[next++] = (byte) each;
    }
    used = next;
    return true;
  }
}
