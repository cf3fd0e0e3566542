package weir.lake.read;

import java.io.IOException;
import java.util.function.Consumer;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.column.statistics.LongStatistics;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;
import weir.lake.write.RecordColumns;
import weir.model.LogPosition;
import weir.model.LogRecord;
import weir.model.Payload;

/**
 * A file of bronze.
 *
 * @param first the earliest log time in it
 * @param last the latest
 */
record RecordFile(MatchResult.Metadata file, long first, long last) {
  /** The records that are wanted: a topic's since a log time. */
  record Wanted(String topic, long from) {}

  /** Looks at the end of the file, where it is written what is in it. */
  static RecordFile of(MatchResult.Metadata file) throws IOException {
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    try (ParquetFileReader reader = open(file)) {
      for (BlockMetaData block : reader.getFooter().getBlocks()) {
        for (ColumnChunkMetaData column : block.getColumns()) {
          if (column.getPath().toDotString().equals(RecordColumns.LOG_TIME)) {
            LongStatistics times = (LongStatistics) column.getStatistics();
            first = Math.min(first, times.getMin());
            last = Math.max(last, times.getMax());
          }
        }
      }
    }
    return new RecordFile(file, first, last);
  }

  void read(Wanted wanted, Consumer<LogRecord> taken) throws IOException {
    try (ParquetFileReader reader = open(file)) {
      MessageType schema = reader.getFooter().getFileMetaData().getSchema();
      MessageColumnIO columns = new ColumnIOFactory().getColumnIO(schema);
      PageReadStore pages = reader.readNextRowGroup();
      while (pages != null) {
        RecordReader<Group> rows = columns.getRecordReader(pages, new GroupRecordConverter(schema));
        for (long i = 0; i < pages.getRowCount(); i++) {
          Group row = rows.read();
          if (row.getLong(RecordColumns.LOG_TIME, 0) >= wanted.from()
              && row.getString(RecordColumns.TOPIC, 0).equals(wanted.topic())) {
            taken.accept(record(row));
          }
        }
        pages = reader.readNextRowGroup();
      }
    }
  }

  private static ParquetFileReader open(MatchResult.Metadata file) throws IOException {
    return ParquetFileReader.open(
        new BeamFile(file), ParquetReadOptions.builder(new PlainParquetConfiguration()).build());
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
}
