package weir.dashboard.live;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import weir.topics.LogTimes;
import weir.topics.PartitionTime;

/**
 * How far the log is in log time. Kafka knows the newest time of a partition without reading it;
 * but a sender may give a record any time. Of a partition whose newest time is not that of its last
 * records, or is ahead of the clock, these are read, and the time that the pipeline takes for
 * reached counts.
 */
final class NewestLogTime implements AutoCloseable {
  private static final long AHEAD_MILLIS = 60_000;
  private static final Duration TO_CLOSE = Duration.ofSeconds(1);

  private final Map<String, Object> config;
  private final Duration patience;
  private @Nullable KafkaConsumer<byte[], byte[]> consumer;

  /** What was read of a partition, up to where it ended then. */
  private final Map<TopicPartition, Reached> read = new HashMap<>();

  private record Reached(long end, OptionalLong time) {}

  NewestLogTime(Map<String, Object> client, Duration patience) {
    this.patience = patience;
    config = new HashMap<>(client);
    config.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    config.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) patience.toMillis());
    // A few records are wanted, and the server is to stay small.
    config.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 1 << 16);
  }

  /**
   * The newest log time of all partitions, or -1 if nothing is known of any.
   *
   * @param ends where they end
   * @param newest the record with the newest log time of each
   */
  long of(
      Map<TopicPartition, ListOffsetsResultInfo> ends,
      Map<TopicPartition, ListOffsetsResultInfo> newest) {
    long latest = System.currentTimeMillis() + AHEAD_MILLIS;
    long time = -1;
    for (Map.Entry<TopicPartition, ListOffsetsResultInfo> each : newest.entrySet()) {
      ListOffsetsResultInfo end = ends.get(each.getKey());
      ListOffsetsResultInfo record = each.getValue();
      if (end != null && record.timestamp() >= 0) {
        boolean isLast = end.offset() - record.offset() <= PartitionTime.LOOKED_AT;
        boolean plausible = isLast && record.timestamp() <= latest;
        time =
            Math.max(
                time,
                plausible ? record.timestamp() : reached(each.getKey(), end.offset()).orElse(-1));
      }
    }
    return time;
  }

  private OptionalLong reached(TopicPartition partition, long end) {
    Reached known = read.get(partition);
    if (known == null || known.end() != end) {
      long from = Math.max(0, end - PartitionTime.LOOKED_AT);
      known = new Reached(end, times().last(partition, from, end).reached());
      read.put(partition, known);
    }
    return known.time();
  }

  private LogTimes times() {
    if (consumer == null) {
      consumer = new KafkaConsumer<>(config);
    }
    return new LogTimes(consumer, patience);
  }

  @Override
  public void close() {
    if (consumer != null) {
      // Whoever is interrupted cannot close a consumer.
      boolean stopped = Thread.interrupted();
      consumer.close(TO_CLOSE);
      if (stopped) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
