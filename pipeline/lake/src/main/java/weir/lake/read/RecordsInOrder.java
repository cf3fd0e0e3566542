package weir.lake.read;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.beam.sdk.io.fs.MatchResult;
import weir.model.LogPosition;
import weir.model.LogRecord;
import weir.sink.KeptRecords;

/**
 * Reads files of bronze so that each partition's records come in the order of the log. In a file
 * they are in no order, and files are cut by log time: those that have some of it in common are
 * read together.
 */
final class RecordsInOrder implements KeptRecords.Reading {
  /**
   * A partition's log times can fall by as much as the clocks of brokers differ. So the newest of
   * what was read waits for what is read next.
   */
  private static final long CLOCKS_MILLIS = 60_000;

  private final NavigableMap<Long, List<MatchResult.Metadata>> hours;
  private final RecordFile.Wanted wanted;
  private final Deque<RecordFile> ofHour = new ArrayDeque<>();
  private List<LogRecord> waiting = new ArrayList<>();

  /** A record, and the log time that its partition had reached with it. */
  private record Placed(LogRecord record, long reached) {}

  RecordsInOrder(NavigableMap<Long, List<MatchResult.Metadata>> hours, RecordFile.Wanted wanted) {
    this.hours = hours;
    this.wanted = wanted;
  }

  @Override
  public List<LogRecord> next() throws IOException {
    List<LogRecord> next = List.of();
    while (next.isEmpty() && hasMore()) {
      long last = readStretch();
      next = take(hasMore() ? last - CLOCKS_MILLIS : Long.MAX_VALUE);
    }
    return next;
  }

  private boolean hasMore() {
    return !ofHour.isEmpty() || !hours.isEmpty();
  }

  /** Reads the files that come next, and tells the latest log time in them. */
  private long readStretch() throws IOException {
    if (ofHour.isEmpty()) {
      List<RecordFile> files = new ArrayList<>();
      for (MatchResult.Metadata each : hours.pollFirstEntry().getValue()) {
        files.add(RecordFile.of(each));
      }
      files.sort(Comparator.comparingLong(RecordFile::first));
      ofHour.addAll(files);
    }
    long last = Long.MIN_VALUE;
    do {
      RecordFile file = ofHour.removeFirst();
      last = Math.max(last, file.last());
      file.read(wanted, waiting::add);
    } while (!ofHour.isEmpty() && ofHour.getFirst().first() <= last);
    return last;
  }

  /** Takes those before a log time, and none that comes behind one of the others in the log. */
  private List<LogRecord> take(long before) {
    waiting.sort(
        Comparator.comparing(
            LogRecord::position,
            Comparator.comparingInt(LogPosition::partition)
                .thenComparingLong(LogPosition::offset)));
    List<Placed> placed = new ArrayList<>();
    List<LogRecord> others = new ArrayList<>();
    Map<Integer, Long> reached = new TreeMap<>();
    for (LogRecord each : waiting) {
      LogPosition position = each.position();
      long its = reached.merge(position.partition(), position.time(), Math::max);
      if (its < before) {
        placed.add(new Placed(each, its));
      } else {
        others.add(each);
      }
    }
    waiting = others;
    placed.sort(Comparator.comparingLong(Placed::reached));
    return placed.stream().map(Placed::record).toList();
  }

  /** Each file is closed as soon as it is read. */
  @Override
  public void close() {}
}
