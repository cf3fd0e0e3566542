package weir.log;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import weir.failure.MisuseException;
import weir.failure.UnavailableException;
import weir.files.RecordFormat;
import weir.model.LogPosition;
import weir.model.LogRecord;
import weir.model.MalformedTransactionException;
import weir.model.Parsed;

/**
 * A file of lines, read ahead as far as is wanted. A line that cannot be read is a record like any
 * other, and becomes a dead letter; but a file that begins with many such lines is another file.
 */
final class LineFile implements RecordFile {
  private static final int MOST_UNREADABLE = 100;

  private final Kind kind;
  private final Path path;
  private final long size;
  private final FileChannel channel;
  private final Lines lines;
  private final Reader reader;

  /** The first lines, as long as none of them could be read. */
  private final Deque<Lines.Line> head = new ArrayDeque<>();

  /** The last time that was read. */
  private long last;

  /**
   * What a line says.
   *
   * @param transaction absent if it is a label
   */
  record Told(long time, @Nullable Parsed transaction) {}

  /** Reads a line. */
  interface Reader {
    Told read(byte[] line) throws MalformedTransactionException;
  }

  private LineFile(Kind kind, Path path, Reader reader) throws IOException {
    this.kind = kind;
    this.path = path;
    this.reader = reader;
    this.channel = FileChannel.open(path);
    this.size = channel.size();
    this.lines = new Lines(path, text(path, channel));
  }

  private static InputStream text(Path path, FileChannel channel) throws IOException {
    try {
      InputStream in = Channels.newInputStream(channel);
      return RecordFormat.isGzip(path) ? new GZIPInputStream(in) : in;
    } catch (IOException failed) {
      channel.close();
      throw failed;
    }
  }

  static LineFile open(Kind kind, Path path, Reader reader) {
    try {
      LineFile file = new LineFile(kind, path, reader);
      try {
        file.begin();
        return file;
      } catch (IOException | RuntimeException failed) {
        file.close();
        throw failed;
      }
    } catch (NoSuchFileException missing) {
      throw new MisuseException(path + ": there is no such file", missing);
    } catch (IOException failed) {
      throw new MisuseException(
          path
              + ": "
              + (Files.isDirectory(path)
                  ? "is a folder"
                  : "cannot be read: " + failed.getMessage()),
          failed);
    }
  }

  /** Reads until a line tells a time. */
  private void begin() throws IOException {
    String first = "";
    while (head.size() < MOST_UNREADABLE) {
      Lines.Line line = lines.next();
      if (line == null) {
        break;
      }
      head.add(line);
      try {
        last = reader.read(line.text().bytes()).time();
        return;
      } catch (MalformedTransactionException malformed) {
        first = first.isEmpty() ? String.valueOf(malformed.getMessage()) : first;
      }
    }
    if (head.isEmpty() && kind == Kind.TRANSACTIONS) {
      throw new MisuseException(path + " is empty");
    }
    if (!head.isEmpty()) {
      throw new MisuseException(
          String.format(
              "%s, line 1: %s; %s, expected a JSON object in each line",
              path,
              first,
              head.size() == 1
                  ? "there is no other line"
                  : "nor can any of the first " + head.size() + " lines be read"));
    }
  }

  @Override
  public Kind kind() {
    return kind;
  }

  @Override
  public String name() {
    return path.toString();
  }

  @Override
  public void fill(Partition partition) {
    while (!partition.isFull()) {
      Lines.Line line = nextLine();
      if (line == null) {
        partition.end();
        return;
      }
      Parsed parsed = read(line);
      LogPosition position = new LogPosition(partition.number(), line.number(), last);
      partition.add(new LogRecord(position, /* key= */ null, line.text()), parsed);
    }
  }

  private Lines.@Nullable Line nextLine() {
    try {
      return head.isEmpty() ? lines.next() : head.removeFirst();
    } catch (IOException failed) {
      throw new UnavailableException(
          path + ", line " + (lines.number() + 1) + ": cannot be read: " + failed.getMessage(),
          failed);
    }
  }

  private @Nullable Parsed read(Lines.Line line) {
    try {
      Told told = reader.read(line.text().bytes());
      last = told.time();
      return told.transaction();
    } catch (MalformedTransactionException malformed) {
      // It is as late as the line before it.
      return null;
    }
  }

  @Override
  public long records() {
    long read = RecordFormat.isGzip(path) ? compressed() : lines.bytes();
    return read == 0 ? 0 : Math.round((double) size / read * lines.number());
  }

  /** How much of the file has been read, a little more than its lines took. */
  private long compressed() {
    try {
      return channel.position();
    } catch (IOException closed) {
      return size;
    }
  }

  @Override
  public void close() {
    lines.close();
  }
}
