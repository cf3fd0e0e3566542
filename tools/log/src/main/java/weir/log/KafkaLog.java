package weir.log;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import weir.failure.UnavailableException;
import weir.model.LogPosition;
import weir.model.LogRecord;
import weir.model.Payload;
import weir.topics.Refusal;

/**
 * Topics of Kafka, up to where they end when they are opened. One consumer reads all partitions; of
 * each of them a little is held, and what has enough pauses until the others have caught up.
 */
public final class KafkaLog implements Log {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int MOST_AT_ONCE = 2000;

  private final String servers;
  private final Consumer<byte[], byte[]> consumer;
  private final Map<TopicPartition, Partition> partitions = new LinkedHashMap<>();
  private final KafkaSpan offsets;
  private final Merge merge;

  private KafkaLog(
      String servers,
      Consumer<byte[], byte[]> consumer,
      String topic,
      @Nullable String labelTopic,
      Set<Kind> kinds,
      Span span) {
    this.servers = servers;
    this.consumer = consumer;
    KafkaTopics known = new KafkaTopics(servers, consumer);
    List<TopicOf> topics = new ArrayList<>();
    if (kinds.contains(Kind.TRANSACTIONS)) {
      topics.add(new TopicOf(Kind.TRANSACTIONS, topic));
    }
    String labels = labelTopic == null ? known.labelsOf(topic) : labelTopic;
    if (labels != null && kinds.contains(Kind.LABELS)) {
      topics.add(new TopicOf(Kind.LABELS, labels));
    }
    for (TopicOf each : topics) {
      for (TopicPartition partition : known.partitions(each.topic())) {
        partitions.put(
            partition,
            new Partition(each.kind(), each.topic(), partition.partition(), CLOCKS_MILLIS));
      }
    }
    this.offsets = known.span(partitions.keySet(), span);
    consumer.assign(partitions.keySet());
    offsets.begins().forEach(consumer::seek);
    partitions.forEach(this::endIfRead);
    this.merge = new Merge(partitions.values(), span, this::fill);
  }

  private record TopicOf(Kind kind, String topic) {}

  /**
   * Opens topics.
   *
   * @param client what all clients of the cluster need
   * @param topic of transactions
   * @param labelTopic of labels; null is the one that belongs to the topic, if it is there
   */
  public static KafkaLog open(
      Map<String, Object> client, String topic, @Nullable String labelTopic, Span span) {
    return open(client, topic, labelTopic, Kind.ALL, span);
  }

  /**
   * The same, but only records of some kinds.
   *
   * @param kinds those that are read
   */
  public static KafkaLog open(
      Map<String, Object> client,
      String topic,
      @Nullable String labelTopic,
      Set<Kind> kinds,
      Span span) {
    String servers = String.valueOf(client.get(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG));
    Consumer<byte[], byte[]> consumer = consumer(client, servers);
    try {
      return new KafkaLog(servers, consumer, topic, labelTopic, kinds, span);
    } catch (KafkaException failed) {
      close(consumer);
      throw unusable(servers, failed);
    } catch (UnavailableException unavailable) {
      close(consumer);
      throw unavailable;
    }
  }

  private static Consumer<byte[], byte[]> consumer(Map<String, Object> client, String servers) {
    Map<String, Object> config = new HashMap<>(client);
    // What a transaction of the sender took back was never said.
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MOST_AT_ONCE);
    try {
      return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    } catch (KafkaException failed) {
      throw unusable(servers, failed.getCause() == null ? failed : failed.getCause());
    }
  }

  static UnavailableException unusable(String servers, Throwable failed) {
    if (failed instanceof org.apache.kafka.common.errors.TimeoutException) {
      return UnavailableException.noBroker(
          servers, "start one, or check --bootstrapServers", failed);
    }
    return Refusal.of(servers, failed)
        .orElseGet(
            () ->
                new UnavailableException(
                    "Kafka at " + servers + " cannot be used: " + failed.getMessage(), failed));
  }

  @Override
  public @Nullable Entry next() {
    try {
      return merge.next();
    } catch (OffsetOutOfRangeException purged) {
      throw new UnavailableException(
          "Kafka has dropped what was to be read next of "
              + purged.partitions()
              + ": its retention is shorter than this takes; begin later, or read a lake",
          purged);
    } catch (KafkaException failed) {
      throw unusable(servers, failed);
    }
  }

  private void fill(Partition dry) {
    long patience = System.nanoTime() + PATIENCE.toNanos();
    pauseFull();
    while (!dry.knowsNext()) {
      boolean any = false;
      for (ConsumerRecord<byte[], byte[]> each : consumer.poll(POLL)) {
        any |= take(each);
      }
      partitions.forEach(this::endIfRead);
      if (any) {
        patience = System.nanoTime() + PATIENCE.toNanos();
        pauseFull();
      } else if (System.nanoTime() - patience > 0) {
        throw new UnavailableException(
            "Kafka at "
                + servers
                + " sends nothing of "
                + dry.topic()
                + "-"
                + dry.number()
                + ", which has more: see whether its leader is well");
      }
    }
  }

  private boolean take(ConsumerRecord<byte[], byte[]> record) {
    TopicPartition from = new TopicPartition(record.topic(), record.partition());
    Partition partition = partitions.get(from);
    if (partition == null || record.offset() >= offsets.end(from)) {
      return false;
    }
    partition.add(
        new LogRecord(
            new LogPosition(record.partition(), record.offset(), record.timestamp()),
            payload(record.key()),
            payload(record.value())));
    return true;
  }

  private static @Nullable Payload payload(byte @Nullable [] bytes) {
    return bytes == null ? null : new Payload(bytes);
  }

  /** Marks of a sender's transactions are no records, so only the position tells the end. */
  private void endIfRead(TopicPartition of, Partition partition) {
    if (!partition.hasEnded() && consumer.position(of) >= offsets.end(of)) {
      partition.end();
    }
  }

  private void pauseFull() {
    List<TopicPartition> enough = new ArrayList<>();
    List<TopicPartition> wanting = new ArrayList<>();
    partitions.forEach(
        (of, partition) -> (partition.hasEnded() || partition.isFull() ? enough : wanting).add(of));
    consumer.pause(enough);
    consumer.resume(wanting);
  }

  @Override
  public long reached() {
    return Log.behind(merge.reached());
  }

  @Override
  public long records() {
    return offsets.records();
  }

  @Override
  public void close() {
    close(consumer);
  }

  private static void close(Consumer<byte[], byte[]> consumer) {
    consumer.close(Duration.ofSeconds(1));
  }
}
