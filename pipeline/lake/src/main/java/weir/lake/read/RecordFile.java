package weir.lake.read;

import java.io.IOException;
import java.util.function.Consumer;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.parquet.column.statistics.LongStatistics;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import weir.layer.RecordColumns;
import weir.model.LogRecord;

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
    try (RecordRows rows = RecordRows.open(file)) {
      for (BlockMetaData block : rows.parts()) {
        for (ColumnChunkMetaData column : block.getColumns()) {
          if (column.getPath().toDotString().equals(RecordColumns.LOG_TIME)) {
            LongStatistics times = (LongStatistics) column.getStatistics();
            first = Math.min(first, rows.times().millis(times.getMin()));
            last = Math.max(last, rows.times().millis(times.getMax()));
          }
        }
      }
    }
    return new RecordFile(file, first, last);
  }

  void read(Wanted wanted, Consumer<LogRecord> taken) throws IOException {
    try (RecordRows rows = RecordRows.open(file)) {
      rows.records(wanted.topic(), time -> time >= wanted.from(), taken);
    }
  }
}
