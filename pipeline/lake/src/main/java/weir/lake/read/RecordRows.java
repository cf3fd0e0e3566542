package weir.lake.read;

import java.io.Closeable;
import java.io.IOException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;
import weir.lake.write.RecordColumns;
import weir.model.LogPosition;
import weir.model.LogRecord;
import weir.model.Payload;

/** The rows of a file of bronze, which are in no order. */
final class RecordRows implements Closeable {
  private final ParquetFileReader reader;

  private RecordRows(ParquetFileReader reader) {
    this.reader = reader;
  }

  static RecordRows open(MatchResult.Metadata file) throws IOException {
    return new RecordRows(
        ParquetFileReader.open(
            new BeamFile(file),
            ParquetReadOptions.builder(new PlainParquetConfiguration()).build()));
  }

  /** What the end of the file says of it. */
  ParquetMetadata footer() {
    return reader.getFooter();
  }

  /** Passes on the topic of each row; no other column is read. */
  void topics(Consumer<String> taken) throws IOException {
    MessageType all = reader.getFooter().getFileMetaData().getSchema();
    MessageType topic = new MessageType(all.getName(), all.getType(RecordColumns.TOPIC));
    reader.setRequestedSchema(topic);
    rows(topic, row -> taken.accept(row.getString(RecordColumns.TOPIC, 0)));
  }

  /** Passes on the records of a topic whose log times are wanted. */
  void records(String topic, Predicate<Long> wanted, Consumer<LogRecord> taken) throws IOException {
    rows(
        reader.getFooter().getFileMetaData().getSchema(),
        row -> {
          if (wanted.test(row.getLong(RecordColumns.LOG_TIME, 0))
              && row.getString(RecordColumns.TOPIC, 0).equals(topic)) {
            taken.accept(record(row));
          }
        });
  }

  private void rows(MessageType schema, Consumer<Group> taken) throws IOException {
    MessageColumnIO columns = new ColumnIOFactory().getColumnIO(schema);
    PageReadStore pages = reader.readNextRowGroup();
    while (pages != null) {
      RecordReader<Group> rows = columns.getRecordReader(pages, new GroupRecordConverter(schema));
      for (long i = 0; i < pages.getRowCount(); i++) {
        taken.accept(rows.read());
      }
      pages = reader.readNextRowGroup();
    }
  }

  private static LogRecord record(Group row) {
    return new LogRecord(
        new LogPosition(
            row.getInteger(RecordColumns.PARTITION, 0),
            row.getLong(RecordColumns.OFFSET, 0),
            row.getLong(RecordColumns.LOG_TIME, 0)),
        payload(row, RecordColumns.KEY),
        payload(row, RecordColumns.VALUE));
  }

  private static @Nullable Payload payload(Group row, String column) {
    return row.getFieldRepetitionCount(column) == 0
        ? null
        : new Payload(row.getBinary(column, 0).getBytes());
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
