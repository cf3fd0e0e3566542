package weir.tables;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.SeekableInputStream;

/** A file that counts what is read of it. */
record CountedFile(InputFile file, AtomicLong bytes) implements InputFile {
  @Override
  public long getLength() {
    return file.getLength();
  }

  @Override
  public String location() {
    return file.location();
  }

  @Override
  public boolean exists() {
    return file.exists();
  }

  @Override
  public SeekableInputStream newStream() {
    SeekableInputStream stream = file.newStream();
    return new SeekableInputStream() {
      @Override
      public long getPos() throws IOException {
        return stream.getPos();
      }

      @Override
      public void seek(long place) throws IOException {
        stream.seek(place);
      }

      @Override
      public int read() throws IOException {
        bytes.incrementAndGet();
        return stream.read();
      }

      @Override
      public int read(byte[] to, int offset, int length) throws IOException {
        int read = stream.read(to, offset, length);
        bytes.addAndGet(Math.max(0, read));
        return read;
      }

      @Override
      public void close() throws IOException {
        stream.close();
      }
    };
  }
}
