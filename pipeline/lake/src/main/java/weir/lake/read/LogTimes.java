package weir.lake.read;

import java.util.concurrent.TimeUnit;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import weir.layer.RecordColumns;

/** The log times of a file of bronze, in the unit that the file tells: it was milliseconds once. */
record LogTimes(TimeUnit unit) {

  static LogTimes in(MessageType schema) {
    if (schema.getType(RecordColumns.LOG_TIME).getLogicalTypeAnnotation()
        instanceof TimestampLogicalTypeAnnotation time) {
      return new LogTimes(
          switch (time.getUnit()) {
            case MILLIS -> TimeUnit.MILLISECONDS;
            case MICROS -> TimeUnit.MICROSECONDS;
            case NANOS -> TimeUnit.NANOSECONDS;
          });
    }
    throw new IllegalArgumentException(
        "the column " + RecordColumns.LOG_TIME + " holds no times: it is no file of bronze");
  }

  /** A time as the file holds it, in milliseconds. */
  long millis(long written) {
    return Math.floorDiv(written, unit.convert(1, TimeUnit.MILLISECONDS));
  }
}
