package weir.log;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import weir.book.Charter;
import weir.log.table.Table;
import weir.model.LogPosition;
import weir.model.LogRecord;

/**
 * Files of records: the values and nothing else. Each file is a partition, and each record stands
 * at the offset of its number. Log times are not in them.
 *
 * <p>JSON lines, such as {@code ./weir produce --to} writes them, are in the order of the log, so
 * the log time of a line is the newest event time up to there, and what is late in a file is late
 * by as much as it was. The rows of tables come in the order of their event times ({@link Table}).
 *
 * <p>Labels may tell when they were said ({@link LabelledAt}); one that does not is taken to be
 * said some time after its payment.
 */
public final class FileLog implements Log {
  private final Map<Partition, RecordFile> files = new HashMap<>();
  private final OpenFiles open;
  private final Merge merge;

  private FileLog(OpenFiles open, Map<Integer, RecordFile> all, long latenessMillis, Span span) {
    this.open = open;
    all.forEach(
        (number, file) ->
            files.put(new Partition(file.kind(), file.name(), number, latenessMillis), file));
    this.merge = new Merge(files.keySet(), span, dry -> file(dry).fill(dry));
  }

  /**
   * Opens files.
   *
   * @param charter says how records are laid out, and how late they may be
   * @param transactions files of transactions
   * @param labels files of labels; there may be none
   * @param labelDelay how long after its payment a label is said that does not tell
   */
  public static FileLog open(
      Charter charter, List<Path> transactions, List<Path> labels, Duration labelDelay, Span span) {
    return open(charter, transactions, labels, labelDelay, Kind.ALL, span);
  }

  /**
   * The same, but only records of some kinds; they stand where they stand among all.
   *
   * @param kinds those that are read
   */
  public static FileLog open(
      Charter charter,
      List<Path> transactions,
      List<Path> labels,
      Duration labelDelay,
      Set<Kind> kinds,
      Span span) {
    OpenFiles open = new OpenFiles(charter.layout(), labelDelay.toMillis());
    try {
      Map<Integer, RecordFile> files = new HashMap<>();
      int number = 0;
      for (Path each : transactions) {
        if (kinds.contains(Kind.TRANSACTIONS)) {
          files.put(number, open.open(Kind.TRANSACTIONS, each, number));
        }
        number++;
      }
      for (Path each : labels) {
        if (kinds.contains(Kind.LABELS)) {
          files.put(number, open.open(Kind.LABELS, each, number));
        }
        number++;
      }
      return new FileLog(open, files, charter.allowedLatenessMillis(), span);
    } catch (RuntimeException failed) {
      open.close();
      throw failed;
    }
  }

  private RecordFile file(Partition partition) {
    RecordFile file = files.get(partition);
    if (file == null) {
      throw new IllegalArgumentException("no file of " + partition.topic());
    }
    return file;
  }

  @Override
  public @Nullable Entry next() {
    Entry next = merge.next();
    if (next == null) {
      return null;
    }
    LogRecord record = next.record();
    LogPosition position = record.position();
    return new Entry(
        next.kind(),
        next.topic(),
        new LogRecord(
            new LogPosition(position.partition(), position.offset(), merge.reached()),
            record.key(),
            record.value()),
        next.parsed());
  }

  @Override
  public long reached() {
    return Log.behind(merge.reached());
  }

  @Override
  public long records() {
    return files.values().stream().mapToLong(RecordFile::records).sum();
  }

  @Override
  public void close() {
    open.close();
  }
}
