package weir.kafka.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToLongFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import weir.failure.UnavailableException;
import weir.model.LogRecord;
import weir.model.Payload;
import weir.sink.KeptRecords;

/**
 * Hands on what Kafka no longer holds before what it does, so that to its readers the log is as
 * long as they need it. They go by offsets, and records that were kept have those they had.
 */
final class OlderFirst {
  private static final Logger LOG = LoggerFactory.getLogger(OlderFirst.class);

  /** How many records are handed on at once. */
  private static final int MOST = 500;

  /** Log times are those of brokers, whose clocks may differ. */
  private static final long CLOCKS_MILLIS = 60_000;

  /**
   * How far readers of this process are: some engines make new ones all the time, and each would
   * look for its place among all that was kept.
   */
  private static final Map<Kept, Reached> HERE = new ConcurrentHashMap<>();

  private final Older older;
  private final ToLongFunction<TopicPartition> firstHeld;
  private final Goes goes;

  /** The partitions of which older records are still to come. */
  private final Map<TopicPartition, Progress> open = new HashMap<>();

  private KeptRecords.@Nullable Reading reading;
  private Iterator<LogRecord> stretch = Collections.emptyIterator();

  /** Lets the consumer go on with what Kafka holds. */
  interface Goes {
    void on(TopicPartition partition, long offset);
  }

  private record Kept(KeptRecords records, TopicPartition partition) {}

  private record Reached(long next, long logTime) {}

  /** How far a partition's older records are handed on. */
  private static final class Progress {
    private long next;
    private long heldFrom;
    private long records;
    private long missing;

    private Progress(long next, long heldFrom) {
      this.next = next;
      this.heldFrom = heldFrom;
    }
  }

  /**
   * For one consumer.
   *
   * @param firstHeld the first offset of a partition that Kafka holds by now
   */
  OlderFirst(Older older, ToLongFunction<TopicPartition> firstHeld, Goes goes) {
    this.older = older;
    this.firstHeld = firstHeld;
    this.goes = goes;
  }

  /** Begins with the oldest of what is needed, in each partition that lacks some in Kafka. */
  void assigned(Collection<TopicPartition> partitions) {
    open.clear();
    for (TopicPartition each : partitions) {
      Long heldFrom = older.heldFrom().get(each);
      if (heldFrom != null) {
        open.put(each, new Progress(0, heldFrom));
      }
    }
  }

  /** Goes on at an offset, or tells that Kafka holds it. */
  boolean seek(TopicPartition partition, long offset) {
    leave(List.of(partition));
    close();
    if (!older.heldFrom().containsKey(partition)) {
      return false;
    }
    long heldFrom = firstHeld.applyAsLong(partition);
    if (offset >= heldFrom) {
      return false;
    }
    open.put(partition, new Progress(offset, heldFrom));
    return true;
  }

  /** Goes to what Kafka holds, by the consumer's own hand. */
  void leave(Collection<TopicPartition> partitions) {
    open.keySet().removeAll(partitions);
    if (open.isEmpty()) {
      close();
    }
  }

  /**
   * The offset that comes next, unless it is one that Kafka holds. Before the first record it is 0:
   * readers take a later one for the next.
   */
  OptionalLong position(TopicPartition partition) {
    Progress its = open.get(partition);
    return its == null ? OptionalLong.empty() : OptionalLong.of(its.next);
  }

  boolean isOver() {
    return open.isEmpty();
  }

  /** The next older records. */
  ConsumerRecords<byte[], byte[]> poll() {
    Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> some = new LinkedHashMap<>();
    try {
      for (int count = 0; count < MOST && !open.isEmpty(); ) {
        if (stretch.hasNext()) {
          count += take(stretch.next(), some);
        } else {
          readOn();
        }
      }
    } catch (IOException failed) {
      throw new UnavailableException(
          "cannot read records that Kafka no longer holds: " + failed.getMessage(), failed);
    }
    return new ConsumerRecords<>(some);
  }

  private int take(
      LogRecord record, Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> some) {
    TopicPartition partition = new TopicPartition(topic(), record.position().partition());
    Progress its = open.get(partition);
    long offset = record.position().offset();
    if (its == null || offset < its.next) {
      return 0;
    }
    if (offset >= its.heldFrom && isHeld(partition, its, offset)) {
      goOnWithKafka(partition, its);
      return 0;
    }
    its.missing += its.records == 0 ? 0 : offset - its.next;
    its.records++;
    its.next = offset + 1;
    HERE.put(new Kept(older.kept(), partition), new Reached(its.next, record.position().time()));
    some.computeIfAbsent(partition, any -> new ArrayList<>()).add(toKafka(partition, record));
    return 1;
  }

  /** Kafka may have purged more in the meantime. */
  private boolean isHeld(TopicPartition partition, Progress its, long offset) {
    its.heldFrom = firstHeld.applyAsLong(partition);
    return offset >= its.heldFrom;
  }

  private void readOn() throws IOException {
    if (reading == null) {
      reading = older.kept().read(topic(), from());
    }
    List<LogRecord> next = reading.next();
    if (next.isEmpty()) {
      Map.copyOf(open)
          .forEach(
              (partition, its) -> {
                its.heldFrom = firstHeld.applyAsLong(partition);
                goOnWithKafka(partition, its);
              });
    }
    stretch = next.iterator();
  }

  private String topic() {
    return open.keySet().iterator().next().topic();
  }

  /** The log time before which no partition lacks a record. */
  private long from() {
    long from = Long.MAX_VALUE;
    for (Map.Entry<TopicPartition, Progress> each : open.entrySet()) {
      Reached before = HERE.get(new Kept(older.kept(), each.getKey()));
      from =
          before == null || before.next > each.getValue().next
              ? Math.min(from, older.from())
              : Math.min(from, before.logTime - CLOCKS_MILLIS);
    }
    return Math.max(from, older.from());
  }

  private void goOnWithKafka(TopicPartition partition, Progress its) {
    long missing = its.missing + Math.max(0, its.heldFrom - its.next);
    if (its.records == 0) {
      LOG.warn(
          "No record of partition {} was kept that Kafka no longer holds: answers about what comes"
              + " now may miss what was purged",
          partition.partition());
    } else if (missing > 0) {
      LOG.warn(
          "Read {} records of partition {} that Kafka no longer holds, but {} offsets between them"
              + " were not kept: if they are not marks of Kafka's transactions, answers about what"
              + " comes now may miss them",
          its.records,
          partition.partition(),
          missing);
    } else {
      LOG.info(
          "Read {} records of partition {} that Kafka no longer holds, and go on at offset {}",
          its.records,
          partition.partition(),
          its.heldFrom);
    }
    goes.on(partition, Math.max(its.heldFrom, its.next));
    leave(List.of(partition));
  }

  private static ConsumerRecord<byte[], byte[]> toKafka(
      TopicPartition partition, LogRecord record) {
    byte[] key = bytes(record.key());
    byte[] value = bytes(record.value());
    return new ConsumerRecord<>(
        partition.topic(),
        partition.partition(),
        record.position().offset(),
        record.position().time(),
        TimestampType.CREATE_TIME,
        key == null ? ConsumerRecord.NULL_SIZE : key.length,
        value == null ? ConsumerRecord.NULL_SIZE : value.length,
        key,
        value,
        new RecordHeaders(),
        Optional.empty());
  }

  private static byte @Nullable [] bytes(@Nullable Payload payload) {
    return payload == null ? null : payload.bytes();
  }

  /** Ends the reading; it begins anew where it is needed. */
  void close() {
    stretch = Collections.emptyIterator();
    if (reading != null) {
      try {
        reading.close();
      } catch (IOException failed) {
        LOG.warn("Cannot close a file of kept records", failed);
      }
      reading = null;
    }
  }
}
