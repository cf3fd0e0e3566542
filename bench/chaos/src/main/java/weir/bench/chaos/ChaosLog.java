package weir.bench.chaos;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import weir.contract.ShortWindows;
import weir.model.LogPosition;
import weir.model.LogRecord;
import weir.model.Payload;
import weir.oracle.HostileLog;
import weir.oracle.HostileSettings;

/**
 * A hostile log, followed in each partition by records that are no transactions. These are so much
 * later that all earlier spans of the lake are over.
 *
 * @param whole everything that is sent
 * @param settled everything but those last records, whose span stays open
 */
record ChaosLog(List<LogRecord> whole, List<LogRecord> settled) {
  static final int PARTITIONS = 4;

  private static final int USERS = 200;
  private static final int MEAN_GAP_MILLIS = 150;
  private static final long LATER_MILLIS = 600_000;

  /** A partition counts as being at a time when this many of its records have reached it. */
  private static final int LAST_RECORDS = 4;

  static ChaosLog generate(long seed, int transactions) {
    List<LogRecord> settled =
        HostileLog.generate(
            seed,
            HostileSettings.of(
                ShortWindows.BOOK_WITH_KEYS, USERS, PARTITIONS, transactions, MEAN_GAP_MILLIS));
    long end = settled.stream().mapToLong(record -> record.position().time()).max().orElse(0);
    List<LogRecord> whole = new ArrayList<>(settled);
    for (int partition = 0; partition < PARTITIONS; partition++) {
      for (int each = 0; each < LAST_RECORDS; each++) {
        whole.add(last(whole, partition, end + LATER_MILLIS));
      }
    }
    return new ChaosLog(whole, settled);
  }

  /** The last records. Whether they are in the lake yet depends on their bundles. */
  Set<LogPosition> unsettled() {
    Set<LogPosition> last =
        whole.stream().map(LogRecord::position).collect(Collectors.toCollection(HashSet::new));
    settled.forEach(record -> last.remove(record.position()));
    return last;
  }

  private static LogRecord last(List<LogRecord> log, int partition, long time) {
    long offset = log.stream().filter(each -> each.position().partition() == partition).count();
    Payload end = new Payload("the end".getBytes(StandardCharsets.UTF_8));
    return new LogRecord(new LogPosition(partition, offset, time), null, end);
  }
}
