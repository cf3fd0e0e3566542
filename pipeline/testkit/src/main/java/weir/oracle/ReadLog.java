package weir.oracle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import weir.model.LogPosition;
import weir.model.LogRecord;
import weir.oracle.Shuffle.Origin;

/** The partitions of a log: how far they were read, and how far all of it was worked off. */
final class ReadLog {
  private static final double ANY = 0.3;

  /** When the log is known to be complete, nothing can come any more. */
  private static final long COMPLETE = Long.MAX_VALUE / 2;

  private final List<List<LogRecord>> partitions;
  private final Random random;

  /** Whether partitions are mostly read one after the other, so that some lag behind for long. */
  private final boolean drifts;

  /** How far each partition was read. */
  private final int[] read;

  /** How far each partition was committed. */
  private final int[] committed;

  /** How much is on its way of each record of each partition. */
  private final List<SortedMap<Integer, Integer>> pending = new ArrayList<>();

  private long floor = Long.MIN_VALUE;

  ReadLog(List<List<LogRecord>> partitions, Random random) {
    this.partitions = partitions;
    this.random = random;
    this.drifts = random.nextBoolean();
    this.read = new int[partitions.size()];
    this.committed = new int[partitions.size()];
    partitions.forEach(each -> pending.add(new TreeMap<>()));
  }

  /** The partitions of which something is still to be read. */
  List<Integer> open() {
    List<Integer> open = new ArrayList<>();
    for (int i = 0; i < read.length; i++) {
      if (read[i] < partitions.get(i).size()) {
        open.add(i);
      }
    }
    return open;
  }

  /** The record that is read next, of one of these partitions. */
  Origin next(List<Integer> open) {
    int partition = open.get(0);
    if (random.nextDouble() < ANY) {
      partition = open.get(random.nextInt(open.size()));
    } else if (!drifts) {
      partition =
          open.stream()
              .min(Comparator.comparingLong(each -> at(each, read[each]).time()))
              .orElseThrow();
    }
    return new Origin(partition, read[partition]++);
  }

  LogRecord record(Origin origin) {
    return partitions.get(origin.partition()).get(origin.place());
  }

  private LogPosition at(int partition, int place) {
    return partitions.get(partition).get(place).position();
  }

  /** Something is on its way because of these records. */
  void begun(Set<Origin> origins) {
    for (Origin each : origins) {
      pending.get(each.partition()).merge(each.place(), 1, Integer::sum);
    }
  }

  /** That is worked off, and all that came of it is on its way. */
  void done(Set<Origin> origins) {
    for (Origin each : origins) {
      pending
          .get(each.partition())
          .computeIfPresent(each.place(), (place, count) -> count == 1 ? null : count - 1);
    }
  }

  /** Commits what is worked off to the end; the floor is below all else. */
  void commit() {
    long low = COMPLETE;
    for (int i = 0; i < read.length; i++) {
      committed[i] = pending.get(i).isEmpty() ? read[i] : pending.get(i).firstKey();
      if (committed[i] < partitions.get(i).size()) {
        low = Math.min(low, at(i, committed[i]).time());
      }
    }
    floor = Math.max(floor, low);
  }

  /** As it was committed last. */
  long floor() {
    return floor;
  }

  /** The first record of each partition that was not committed. */
  List<LogPosition> uncommitted() {
    List<LogPosition> first = new ArrayList<>();
    for (int i = 0; i < committed.length; i++) {
      if (committed[i] < partitions.get(i).size()) {
        first.add(at(i, committed[i]));
      }
    }
    return first;
  }

  /** The offset of each partition before which all was read. */
  Map<Integer, Long> readBefore() {
    Map<Integer, Long> before = new HashMap<>();
    for (int i = 0; i < read.length; i++) {
      before.put(i, read[i] < partitions.get(i).size() ? at(i, read[i]).offset() : Long.MAX_VALUE);
    }
    return before;
  }

  List<List<LogRecord>> partitions() {
    return partitions;
  }

  /** Its partitions from a log time on. */
  List<List<LogRecord>> since(long logTime) {
    return partitions.stream()
        .map(all -> all.stream().filter(each -> each.position().time() >= logTime).toList())
        .toList();
  }

  /** How many records of the log there are before those that it has. */
  long begins() {
    return partitions.stream()
        .filter(each -> !each.isEmpty())
        .mapToLong(each -> each.get(0).position().offset())
        .sum();
  }
}
