package weir.sink;

import java.io.Closeable;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import weir.model.LogRecord;

/** Records that a place keeps as they were read, for runs that need more than Kafka still holds. */
public interface KeptRecords extends Serializable {
  /** Begins to read a topic's records that have this log time or a later one. */
  Reading read(String topic, long from) throws IOException;

  /** Records, each partition's in the order of the log; one may come several times. */
  interface Reading extends Closeable {
    /** The next of them, of a short stretch of log time; none at the end. */
    List<LogRecord> next() throws IOException;
  }
}
