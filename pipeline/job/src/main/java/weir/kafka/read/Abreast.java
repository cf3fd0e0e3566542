package weir.kafka.read;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/**
 * Keeps the partitions of a topic abreast in log time while there is a backlog of them. What is
 * read ahead of the others is judged again as soon as those come, at each key that they share. So a
 * partition waits for those that are behind it: not for long, and not for one that is read to its
 * end or has brought nothing for a while.
 */
final class Abreast {
  /**
   * How much of a partition is fetched at once. What was fetched is read at once as well, so the
   * less it is, the closer together comes what reached the log together.
   */
  static final int FETCH_BYTES = 1 << 16;

  private static final long LONGEST_WAIT_NANOS = Duration.ofSeconds(1).toNanos();

  /** Of the runs that are read in this process. */
  private static final Map<String, Abreast> OF_RUNS = new ConcurrentHashMap<>();

  private final LongSupplier nanos;
  private final Map<TopicPartition, Reached> reached = new HashMap<>();

  /** How far a partition is read. */
  private static final class Reached {
    private long logTime;
    private long lastCame;
    private boolean atEnd;
    private boolean waits;
    private long waitsSince;
  }

  Abreast(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** For all readers of a run in this process. */
  static Abreast of(String run) {
    return OF_RUNS.computeIfAbsent(run, any -> new Abreast(System::nanoTime));
  }

  /** These are not read any more, in this process. */
  static void gone(String run, Collection<TopicPartition> partitions) {
    OF_RUNS.computeIfPresent(run, (any, its) -> its.without(partitions) ? its : null);
  }

  /** Lets those of a consumer's partitions wait that are ahead, and tells whether any does. */
  synchronized boolean letWait(Consumer<?, ?> consumer) {
    long now = nanos.getAsLong();
    Set<TopicPartition> partitions = consumer.assignment();
    partitions.forEach(each -> look(consumer, each));
    long least = Long.MAX_VALUE;
    for (Reached each : reached.values()) {
      if (!each.atEnd && now - each.lastCame < LONGEST_WAIT_NANOS) {
        least = Math.min(least, each.logTime);
      }
    }
    Set<TopicPartition> waiting = new HashSet<>();
    Set<TopicPartition> going = new HashSet<>();
    for (TopicPartition each : partitions) {
      Reached its = reached.get(each);
      boolean waits = its != null && waits(its, least, now);
      (waits ? waiting : going).add(each);
    }
    consumer.pause(waiting);
    consumer.resume(going);
    return !waiting.isEmpty();
  }

  private static boolean waits(Reached its, long least, long now) {
    if (its.logTime <= least) {
      its.waits = false;
    } else if (!its.waits) {
      its.waits = true;
      its.waitsSince = now;
    }
    return its.waits && now - its.waitsSince < LONGEST_WAIT_NANOS;
  }

  private void look(Consumer<?, ?> consumer, TopicPartition partition) {
    Reached its = reached.get(partition);
    if (its != null) {
      OptionalLong lag = consumer.currentLag(partition);
      its.atEnd = lag.isPresent() && lag.getAsLong() == 0;
    }
  }

  /** Notes what came. */
  synchronized <K, V> void came(ConsumerRecords<K, V> records) {
    for (TopicPartition each : records.partitions()) {
      List<ConsumerRecord<K, V>> its = records.records(each);
      Reached now = reached.computeIfAbsent(each, any -> new Reached());
      now.logTime = its.get(its.size() - 1).timestamp();
      now.lastCame = nanos.getAsLong();
      now.waits = false;
    }
  }

  /** Forgets these, and tells whether there are others. */
  private synchronized boolean without(Collection<TopicPartition> partitions) {
    reached.keySet().removeAll(partitions);
    return !reached.isEmpty();
  }
}
