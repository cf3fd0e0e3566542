package weir.log;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import weir.failure.UnavailableException;
import weir.fields.RecordLayout;
import weir.files.RecordFormat;
import weir.form.LabelParser;
import weir.form.TransactionParser;
import weir.log.duck.Duck;
import weir.log.table.Table;
import weir.model.MalformedTransactionException;
import weir.model.Parsed;

/** The files of a log, each in its form, and the database that reads those that are tables. */
final class OpenFiles implements AutoCloseable {
  private final RecordLayout layout;
  private final long labelDelayMillis;
  private final TransactionParser transaction;
  private final LabelParser label;
  private final List<RecordFile> files = new ArrayList<>();
  private @Nullable Duck database;

  OpenFiles(RecordLayout layout, long labelDelayMillis) {
    this.layout = layout;
    this.labelDelayMillis = labelDelayMillis;
    this.transaction = TransactionParser.of(layout);
    this.label = LabelParser.of(layout);
  }

  /**
   * Opens one.
   *
   * @param number that of its partition
   */
  RecordFile open(Kind kind, Path path, int number) {
    RecordFormat format = RecordFormat.of(path).orElse(RecordFormat.JSON_LINES);
    RecordFile file =
        format == RecordFormat.JSON_LINES
            ? LineFile.open(kind, path, reader(kind))
            : new TableFile(kind, table(kind, path, format, number));
    files.add(file);
    return file;
  }

  private LineFile.Reader reader(Kind kind) {
    return switch (kind) {
      case TRANSACTIONS ->
          line -> {
            Parsed parsed = transaction.parsed(line);
            return new LineFile.Told(parsed.transaction().time(), parsed);
          };
      case LABELS -> line -> new LineFile.Told(saidAt(line), /* transaction= */ null);
    };
  }

  private long saidAt(byte[] line) throws MalformedTransactionException {
    // What is no label says no time either.
    long paid = label.parse(line).payment().time();
    return LabelledAt.of(line).orElse(paid + labelDelayMillis);
  }

  private Table table(Kind kind, Path path, RecordFormat format, int number) {
    return switch (kind) {
      case TRANSACTIONS -> Table.ofTransactions(database(), path, format, number, layout);
      case LABELS -> Table.ofLabels(database(), path, format, number, layout, labelDelayMillis);
    };
  }

  /** One for all of them: what they sort shares the memory that it takes. */
  private Duck database() {
    Duck open = database;
    if (open == null) {
      try {
        open = Duck.open();
        database = open;
        open.sortOnDisk();
      } catch (SQLException failed) {
        throw new UnavailableException(Duck.sentence(failed), failed);
      }
    }
    return open;
  }

  @Override
  public void close() {
    files.forEach(RecordFile::close);
    if (database != null) {
      database.close();
    }
  }
}
