package weir.oracle;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static weir.oracle.Brew.bytes;
import static weir.oracle.Brew.filled;
import static weir.oracle.Brew.join;
import static weir.oracle.Brew.json;
import static weir.oracle.Brew.manyNames;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import weir.model.LogPosition;
import weir.model.LogRecord;
import weir.model.Transaction;

/**
 * Records with which a careless or hostile sender could bring down a job: by their size, their log
 * time or their key. They stand between the unchanged records of a log.
 */
public final class Poison {
  private static final int HALF_A_MEGABYTE = 524_288;
  private static final long YEAR_5000 = 95_617_584_000_000L;
  private static final long END_OF_9999 = 253_402_300_799_999L;

  /** The log time from a sender whose clock counts seconds. */
  private static final long SECONDS = 1_772_323_200;

  private final List<LogRecord> log;
  private final Brew brew;
  private final TreeMap<Integer, List<LogRecord>> before = new TreeMap<>();

  private Poison(List<LogRecord> log) {
    this.log = log;
    this.brew = new Brew(log);
  }

  /** A log with all of these records added. The records of each partition must be in order. */
  public static List<LogRecord> in(List<LogRecord> log) {
    Poison poison = new Poison(log);
    poison.first();
    poison.amongThem();
    poison.last();
    return poison.mixed();
  }

  /** Records at the beginning of partitions. */
  private void first() {
    put(firstOf(0), brew.as(firstOf(0), Long.MAX_VALUE));
    put(firstOf(0), brew.as(firstOf(0), -1));
    put(firstOf(1), brew.as(firstOf(1), YEAR_5000));
    put(firstOf(3), brew.as(firstOf(3), SECONDS));
  }

  private void amongThem() {
    int place = log.size() / 100;
    for (long time : List.of(Long.MAX_VALUE, -1L, END_OF_9999 + 1, END_OF_9999, 0L, SECONDS)) {
      place = next(place);
      put(place, brew.as(place, time));
      put(place, brew.at(place, time, brew.key(place), null));
    }
    // Sent twice, as by a sender that is not sure.
    place = next(place);
    put(place, brew.as(place, YEAR_5000));
    put(place, brew.as(place, YEAR_5000));
    place = next(place);
    put(place, brew.at(place, YEAR_5000, brew.key(place), bytes("not json")));
    for (int size : List.of(HALF_A_MEGABYTE - 1, HALF_A_MEGABYTE, HALF_A_MEGABYTE + 1)) {
      place = next(place);
      put(place, brew.now(place, brew.key(place), filled(size)));
    }
    place = next(place);
    put(place, brew.now(place, brew.key(place), filled(brew.largest(place, brew.key(place)))));
    put(place, brew.at(place, -1, brew.key(place), filled(HALF_A_MEGABYTE + 7)));
    place = next(place);
    put(place, brew.giant(place, brew.renamed(place)));
    put(place + 1, brew.giant(place, brew.contradicted(place)));
    place = next(place);
    put(place, brew.now(place, filled(HALF_A_MEGABYTE), json(brew.renamed(place))));
    put(place, brew.now(place, filled(brew.largest(place, null)), null));
    for (byte[] key : Arrays.asList(null, new byte[0], new byte[] {-1, 0, -19, -96, -128})) {
      place = next(place);
      put(place, brew.now(place, key, json(brew.renamed(place))));
    }
    place = next(place);
    put(place, brew.now(place, brew.key(place), join(bytes("\uFEFF"), json(brew.renamed(place)))));
    put(
        place,
        brew.now(
            place, brew.key(place), new String(json(brew.renamed(place)), UTF_8).getBytes(UTF_16)));
    place = next(place);
    put(place, brew.now(place, brew.key(place), manyNames(brew.renamed(place))));
    for (String character : List.of("\u0001", "\u7528", "\ud83d\ude00")) {
      place = next(place);
      for (LargeTransactions.Numbered each : LargeTransactions.of(character)) {
        Transaction tx = each.at(log.get(place).position().time());
        put(place, brew.now(place, bytes(tx.userId()), json(tx)));
      }
    }
  }

  /** Records at the end of partitions, whether more will follow or not. */
  private void last() {
    before
        .computeIfAbsent(log.size(), end -> new ArrayList<>())
        .addAll(
            List.of(
                brew.as(lastOf(0), YEAR_5000),
                brew.as(lastOf(1), Long.MAX_VALUE),
                brew.as(lastOf(2), -1),
                brew.as(lastOf(3), SECONDS)));
  }

  /** The place of a transaction some way further on. */
  private int next(int place) {
    int next = place + log.size() / 50;
    while (brew.parse(next) == null) {
      next++;
    }
    return next;
  }

  private void put(int place, LogRecord record) {
    before.computeIfAbsent(place, key -> new ArrayList<>()).add(record);
  }

  private int firstOf(int partition) {
    int place = 0;
    while (log.get(place).position().partition() != partition) {
      place++;
    }
    return place;
  }

  private int lastOf(int partition) {
    int place = log.size() - 1;
    while (log.get(place).position().partition() != partition) {
      place--;
    }
    return place;
  }

  private List<LogRecord> mixed() {
    List<LogRecord> all = new ArrayList<>();
    Map<Integer, Long> ends = new HashMap<>();
    for (int place = 0; place <= log.size(); place++) {
      for (LogRecord each : before.getOrDefault(place, List.of())) {
        add(each, all, ends);
      }
      if (place < log.size()) {
        add(log.get(place), all, ends);
      }
    }
    return all;
  }

  private static void add(LogRecord record, List<LogRecord> all, Map<Integer, Long> ends) {
    LogPosition at = record.position();
    long offset = ends.merge(at.partition(), 1L, Long::sum) - 1;
    LogPosition moved = new LogPosition(at.partition(), offset, at.time());
    all.add(new LogRecord(moved, record.key(), record.value()));
  }
}
