package weir.topics;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import weir.failure.UnavailableException;

/** Reads all partitions of a topic, without a group and without leaving a trace. */
public final class TopicReader implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Duration SOON = Duration.ofSeconds(3);
  private static final Duration POLL = Duration.ofMillis(200);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final String servers;
  private final String topic;
  private final List<TopicPartition> partitions;

  public TopicReader(Map<String, Object> client, String topic) {
    Map<String, Object> config = new HashMap<>(client);
    config.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    config.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    // What a transaction of the sender took back was never said.
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    consumer = consumer(config);
    servers = String.valueOf(client.get("bootstrap.servers"));
    this.topic = topic;
    partitions = partitions();
    consumer.assign(partitions);
  }

  private List<TopicPartition> partitions() {
    try {
      return infos(PATIENCE).stream()
          .map(info -> new TopicPartition(topic, info.partition()))
          .toList();
    } catch (UnavailableException unusable) {
      close();
      throw unusable;
    }
  }

  private List<PartitionInfo> infos(Duration patience) {
    List<PartitionInfo> infos = asked(() -> consumer.listTopics(patience)).get(topic);
    if (infos == null) {
      throw new UnavailableException("Kafka at " + servers + " has no topic '" + topic + "'", null);
    }
    return infos;
  }

  /** Why nothing can come now; nothing if all is well. A poll does not tell. */
  public Optional<String> trouble() {
    try {
      infos(SOON);
      return Optional.empty();
    } catch (UnavailableException unusable) {
      return Optional.of(String.valueOf(unusable.getMessage()));
    }
  }

  public void seekToBeginning() {
    consumer.seekToBeginning(partitions);
  }

  public void seekToEnd() {
    consumer.seekToEnd(partitions);
    asked(() -> partitions.stream().map(consumer::position).toList());
  }

  /** Hands on what has come by now, or comes within a moment. */
  public void poll(Consumer<ConsumerRecord<byte[], byte[]>> each) {
    consumer.poll(POLL).forEach(each);
  }

  /** Hands on everything up to where the topic ends now. */
  public void readToEnd(Consumer<ConsumerRecord<byte[], byte[]>> each) {
    Map<TopicPartition, Long> ends = asked(() -> consumer.endOffsets(partitions));
    while (asked(() -> isBefore(ends))) {
      poll(
          record -> {
            if (record.offset()
                < ends.getOrDefault(new TopicPartition(record.topic(), record.partition()), 0L)) {
              each.accept(record);
            }
          });
    }
  }

  private boolean isBefore(Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue());
  }

  /** How many records the topic has had, by its end offsets. */
  public long end() {
    Collection<Long> ends = asked(() -> consumer.endOffsets(partitions)).values();
    return ends.stream().mapToLong(Long::longValue).sum();
  }

  /** Kafka's own words tell of partitions, positions and timers. */
  private <T> T asked(Supplier<T> question) {
    try {
      return question.get();
    } catch (TimeoutException unreachable) {
      throw UnavailableException.noBroker(servers, unreachable);
    } catch (AuthenticationException | AuthorizationException refused) {
      throw Refusal.of(servers, refused).orElseThrow(() -> refused);
    }
  }

  private static KafkaConsumer<byte[], byte[]> consumer(Map<String, Object> config) {
    try {
      return new KafkaConsumer<>(config);
    } catch (KafkaException failed) {
      Throwable cause = failed.getCause() == null ? failed : failed.getCause();
      String servers = String.valueOf(config.get("bootstrap.servers"));
      if (String.valueOf(cause.getMessage()).startsWith("No resolvable bootstrap")) {
        throw UnavailableException.noBroker(servers, "no such host", failed);
      }
      throw new UnavailableException(
          "cannot use Kafka at " + servers + ": " + cause.getMessage(), failed);
    }
  }

  @Override
  public void close() {
    consumer.close(Duration.ofSeconds(1));
  }
}
