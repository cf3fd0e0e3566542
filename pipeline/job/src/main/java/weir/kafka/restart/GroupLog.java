package weir.kafka.restart;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import weir.kafka.KafkaSettings;
import weir.topics.LogTimes;

/** The log as it is to somebody who asks how far its group got, and reads a few records of it. */
final class GroupLog implements AutoCloseable {
  private final List<TopicPartition> partitions;
  private final KafkaConsumer<byte[], byte[]> consumer;

  /** Sees where the log ends, with what belongs to transactions that are open. */
  private final KafkaConsumer<byte[], byte[]> uncommitted;

  private final LogTimes times;

  /**
   * What was seen of all partitions.
   *
   * @param asked when, by the clock: what reached the log since is not among it
   */
  record Seen(long asked, List<Progress> progress) {}

  private GroupLog(
      List<TopicPartition> partitions,
      KafkaConsumer<byte[], byte[]> consumer,
      KafkaConsumer<byte[], byte[]> uncommitted,
      Duration patience) {
    this.partitions = partitions;
    this.consumer = consumer;
    this.uncommitted = uncommitted;
    this.times = new LogTimes(consumer, patience);
  }

  static GroupLog open(KafkaSettings kafka, List<TopicPartition> partitions) {
    Map<String, Object> config = kafka.forClients();
    config.putAll(kafka.forConsumers());
    // Only a few records here and there are read: do not fetch what follows them.
    config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 10);
    config.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 1 << 16);
    config.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    config.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    Map<String, Object> other = new HashMap<>(config);
    other.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_uncommitted");
    return new GroupLog(
        partitions, new KafkaConsumer<>(config), new KafkaConsumer<>(other), kafka.patience());
  }

  /** What stands for the group, now. */
  Map<TopicPartition, OffsetAndMetadata> committed() {
    return consumer.committed(new HashSet<>(partitions));
  }

  /**
   * How far that is in the log. What is looked up first may only be less than what is looked up
   * after it, since the log grows and the group goes on.
   *
   * @param tell hears what is odd
   */
  Seen progress(Map<TopicPartition, OffsetAndMetadata> committed, Consumer<String> tell) {
    long asked = System.currentTimeMillis();
    Map<TopicPartition, Long> written = uncommitted.endOffsets(partitions);
    Map<TopicPartition, Long> readable = consumer.endOffsets(partitions);
    Map<TopicPartition, Long> first = consumer.beginningOffsets(partitions);
    ProgressReader.Ends ends = new ProgressReader.Ends(first, written, readable);
    return new Seen(asked, new ProgressReader(times, ends, committed, tell).of(partitions));
  }

  /** An offset of each partition before which no record has this log time or a later one. */
  Map<TopicPartition, Long> firstNotBefore(long time) {
    return new LogSearch(consumer, times, partitions).firstNotBefore(time);
  }

  /** The partitions of which the log no longer holds all since a log time. */
  Map<TopicPartition, HeldFrom> purgedSince(long time) {
    Map<TopicPartition, HeldFrom> purged = new HashMap<>();
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    consumer
        .beginningOffsets(partitions)
        .forEach(
            (partition, first) -> {
              // What was never purged begins with offset 0.
              if (first > 0) {
                long end = ends.getOrDefault(partition, first);
                OptionalLong since = times.first(partition, first, end).reached();
                if (since.isEmpty() || since.getAsLong() > time) {
                  purged.put(partition, new HeldFrom(first, since));
                }
              }
            });
    return purged;
  }

  /**
   * From where on the log holds a partition.
   *
   * @param offset its first
   * @param time from which on nothing is missing; absent if so few are left that this is not known
   */
  record HeldFrom(long offset, OptionalLong time) {}

  @Override
  public void close() {
    consumer.close(Duration.ZERO);
    uncommitted.close(Duration.ZERO);
  }
}
