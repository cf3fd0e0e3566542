package weir.log;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import weir.failure.MisuseException;
import weir.model.Payload;

/** The lines of a file, as bytes. Empty ones are passed over, and counted. */
final class Lines implements AutoCloseable {
  private static final int ROOM = 1 << 16;

  /** As large as a record of Kafka is, if a topic says nothing else. */
  private static final int LONGEST = 1 << 20;

  private final Path path;
  private final InputStream in;
  private byte[] buffer = new byte[ROOM];
  private int from;
  private int to;
  private long number;
  private long bytes;

  Lines(Path path, InputStream in) {
    this.path = path;
    this.in = in;
  }

  /** A line, and which one it is. */
  record Line(long number, Payload text) {}

  /** The next line without its end; nothing behind the last one. */
  @Nullable Line next() throws IOException {
    while (true) {
      int end = findEnd();
      if (end < 0) {
        return null;
      }
      if (end - from > LONGEST) {
        throw tooLong();
      }
      number++;
      int last = end > from && buffer[end - 1] == '\r' ? end - 1 : end;
      byte[] line = Arrays.copyOfRange(buffer, from, last);
      bytes += Math.min(end + 1, to) - from;
      from = Math.min(end + 1, to);
      if (line.length > 0) {
        return new Line(number, new Payload(line));
      }
    }
  }

  /** Where the line ends that begins here; nowhere if there is none. */
  private int findEnd() throws IOException {
    int looked = from;
    while (true) {
      for (; looked < to; looked++) {
        if (buffer[looked] == '\n') {
          return looked;
        }
      }
      if (to - from > LONGEST) {
        throw tooLong();
      }
      int before = from;
      makeRoom();
      looked -= before - from;
      int more = in.read(buffer, to, buffer.length - to);
      if (more < 0) {
        return to > from ? to : -1;
      }
      to += more;
    }
  }

  private MisuseException tooLong() {
    return new MisuseException(
        String.format(
            Locale.ROOT,
            "%s, line %d: has more than %,d bytes, expected a JSON object in each line",
            path,
            number + 1,
            LONGEST));
  }

  private void makeRoom() {
    if (from > 0) {
      System.arraycopy(buffer, from, buffer, 0, to - from);
      to -= from;
      from = 0;
    } else if (to == buffer.length) {
      buffer = Arrays.copyOf(buffer, 2 * buffer.length);
    }
  }

  /** The number of the last line. */
  long number() {
    return number;
  }

  /** How many bytes the lines have up to there. */
  long bytes() {
    return bytes;
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException ignored) {
      // It was only read.
    }
  }
}
