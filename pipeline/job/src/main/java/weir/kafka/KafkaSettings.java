package weir.kafka;

import java.io.Serializable;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import weir.patience.Patience;

/**
 * How to reach a Kafka cluster.
 *
 * @param client further properties of all clients, such as those for TLS and SASL
 * @param patience how long the cluster may be away before the job gives up; it overrides the
 *     properties
 */
public record KafkaSettings(
    String bootstrapServers, String consumerGroup, Map<String, String> client, Duration patience)
    implements Serializable {

  /**
   * A poll returns all records that have been fetched. If it left some of a partition behind, the
   * consumer would fetch the other partitions again first: one of two partitions was read twice as
   * fast, and everything that waits for the slower one, windows and files, stayed in memory.
   */
  private static final int MAX_POLL_RECORDS = 1_000_000;

  /** What Kafka's clients wait for one answer, unless they are told otherwise. */
  private static final int REQUEST_TIMEOUT_MILLIS = 30_000;

  public KafkaSettings {
    client = Map.copyOf(client);
  }

  /** What any client needs, the admin client as well. */
  public Map<String, Object> forClients() {
    Map<String, Object> config = new HashMap<>(client);
    config.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    config.put(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, patienceMillis());
    config.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, requestTimeoutMillis());
    return config;
  }

  public Map<String, Object> forConsumers() {
    Map<String, Object> config = new HashMap<>();
    config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MAX_POLL_RECORDS);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    // Records of a sender's aborted transaction do not count.
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    config.putAll(client);
    config.put(ConsumerConfig.GROUP_ID_CONFIG, consumerGroup);
    // Offsets are committed when the engine's work is durable, not by the clock.
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    return config;
  }

  /**
   * For consumers that read the log as long as the job runs. They wait for a broker as long as it
   * takes: nothing can be lost while nothing is read, and some engines make new readers all the
   * time.
   */
  public Map<String, Object> forReaders() {
    Map<String, Object> config = forConsumers();
    config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
    return config;
  }

  public Map<String, Object> forProducers() {
    Map<String, Object> config = new HashMap<>();
    config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    config.putAll(client);
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    // Only the time decides when to give up.
    config.put(ProducerConfig.RETRIES_CONFIG, Integer.MAX_VALUE);
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, patienceMillis());
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, patienceMillis());
    config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, requestTimeoutMillis());
    return config;
  }

  /** Checks that clients accept the settings; throws {@link IllegalArgumentException} if not. */
  public void check() {
    try {
      Map<String, Object> consumer = forClients();
      consumer.putAll(forReaders());
      consumer.put(
          ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class.getName());
      consumer.put(
          ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class.getName());
      Map<String, Object> producer = forClients();
      producer.putAll(forProducers());
      producer.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class.getName());
      producer.put(
          ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class.getName());
      new AdminClientConfig(forClients());
      new ConsumerConfig(consumer);
      new ProducerConfig(producer);
      lingerMillis();
    } catch (ConfigException wrong) {
      throw new IllegalArgumentException(wrong.getMessage(), wrong);
    }
  }

  /** How long to wait for the cluster. */
  public Patience limit() {
    return new Patience("Kafka at " + bootstrapServers, patience);
  }

  private int patienceMillis() {
    return (int) Math.min(Integer.MAX_VALUE, patience.toMillis());
  }

  /** A producer refuses a patience that is shorter than one request. */
  private int requestTimeoutMillis() {
    int most = Math.max(1, patienceMillis() - lingerMillis());
    return Math.min(
        most, number(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MILLIS));
  }

  private int lingerMillis() {
    return number(ProducerConfig.LINGER_MS_CONFIG, 0);
  }

  private int number(String name, int otherwise) {
    String text = client.get(name);
    try {
      return text == null ? otherwise : Integer.parseInt(text.strip());
    } catch (NumberFormatException wrong) {
      throw new ConfigException(name, text, "expected a whole number");
    }
  }
}
