package weir.producer;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** A file with one record per line: the values, byte for byte as in a topic. */
public final class FileSink implements RecordSink {
  private static final int BUFFER = 1 << 16;

  private final Path file;
  private final OutputStream out;
  private final AtomicLong written = new AtomicLong();

  public FileSink(Path file) {
    this.file = file;
    try {
      this.out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
    } catch (IOException failed) {
      throw failed(failed);
    }
  }

  @Override
  public void send(long logMillis, byte[] key, byte[] value) {
    try {
      out.write(value);
      out.write('\n');
      written.incrementAndGet();
    } catch (IOException failed) {
      throw failed(failed);
    }
  }

  @Override
  public long confirmed() {
    return written.get();
  }

  @Override
  public void flush(Duration most) {
    try {
      out.flush();
    } catch (IOException failed) {
      throw failed(failed);
    }
  }

  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException failed) {
      throw failed(failed);
    }
  }

  private UncheckedIOException failed(IOException cause) {
    return new UncheckedIOException(file + " cannot be written: " + cause, cause);
  }
}
