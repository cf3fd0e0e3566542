package weir.log;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import weir.book.Charter;
import weir.form.LabelParser;
import weir.form.TransactionParser;
import weir.model.LogPosition;
import weir.model.LogRecord;

/**
 * Files of JSON lines, such as {@code ./weir produce --to} writes them: the values of records and
 * nothing else. Each file is a partition, and each line stands at the offset of its number. Log
 * times are not in them. The lines are in the order of the log, so the log time of a line is the
 * newest event time up to there, and what is late in a file is late by as much as it was. Labels
 * may tell when they were said ({@link LabelledAt}); one that does not is taken to be said some
 * time after its payment.
 */
public final class FileLog implements Log {
  private final Map<Partition, LineFile> files = new HashMap<>();
  private final Merge merge;

  private FileLog(List<LineFile> all, long latenessMillis, Span span) {
    for (int number = 0; number < all.size(); number++) {
      LineFile file = all.get(number);
      files.put(new Partition(file.kind(), file.name(), number, latenessMillis), file);
    }
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
    TransactionParser transaction = TransactionParser.of(charter.layout());
    LabelParser label = LabelParser.of(charter.layout());
    long delay = labelDelay.toMillis();
    List<LineFile> files = new ArrayList<>();
    try {
      for (Path each : transactions) {
        files.add(LineFile.open(Kind.TRANSACTIONS, each, line -> transaction.parse(line).time()));
      }
      for (Path each : labels) {
        files.add(
            LineFile.open(
                Kind.LABELS,
                each,
                line -> LabelledAt.of(line).orElse(label.parse(line).payment().time() + delay)));
      }
    } catch (RuntimeException failed) {
      files.forEach(LineFile::close);
      throw failed;
    }
    return new FileLog(files, charter.allowedLatenessMillis(), span);
  }

  private LineFile file(Partition partition) {
    LineFile file = files.get(partition);
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
            record.value()));
  }

  @Override
  public long reached() {
    return Log.behind(merge.reached());
  }

  @Override
  public long records() {
    return files.values().stream().mapToLong(LineFile::lines).sum();
  }

  @Override
  public void close() {
    files.values().forEach(LineFile::close);
  }
}
