package weir.lake.read;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;
import weir.layer.RecordColumns;
import weir.model.LogPosition;
import weir.model.LogRecord;
import weir.model.Payload;

/** The rows of a file of bronze, which are in no order. */
final class RecordRows implements Closeable {
  private final ParquetFileReader reader;
  private final LogTimes times;

  private RecordRows(ParquetFileReader reader) {
    this.reader = reader;
    this.times = LogTimes.in(schema());
  }

  static RecordRows open(MatchResult.Metadata file) throws IOException {
    return new RecordRows(
        ParquetFileReader.open(
            new BeamFile(file),
            ParquetReadOptions.builder(new PlainParquetConfiguration()).build()));
  }

  /** What the end of the file says of its parts. */
  List<BlockMetaData> parts() {
    return reader.getFooter().getBlocks();
  }

  /** How the file holds log times. */
  LogTimes times() {
    return times;
  }

  private MessageType schema() {
    return reader.getFooter().getFileMetaData().getSchema();
  }

  /** Passes on the topic of each row; no other column is read. */
  void topics(Consumer<String> taken) throws IOException {
    MessageType all = schema();
    MessageType topic = new MessageType(all.getName(), all.getType(RecordColumns.TOPIC));
    reader.setRequestedSchema(topic);
    rows(topic, row -> taken.accept(row.getString(RecordColumns.TOPIC, 0)));
  }

  /** Passes on the records of a topic whose log times are wanted. */
  void records(String topic, Predicate<Long> wanted, Consumer<LogRecord> taken) throws IOException {
    rows(
        schema(),
        row -> {
          if (wanted.test(logTime(row)) && row.getString(RecordColumns.TOPIC, 0).equals(topic)) {
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

  private long logTime(Group row) {
    return times.millis(row.getLong(RecordColumns.LOG_TIME, 0));
  }

  private LogRecord record(Group row) {
    return new LogRecord(
        new LogPosition(
            row.getInteger(RecordColumns.PARTITION, 0),
            row.getLong(RecordColumns.OFFSET, 0),
            logTime(row)),
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
