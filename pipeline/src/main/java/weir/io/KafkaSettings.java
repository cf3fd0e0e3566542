package weir.io;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * How to reach a Kafka cluster.
 *
 * @param client further properties of all clients, such as those for TLS and SASL
 */
public record KafkaSettings(
    String bootstrapServers, String consumerGroup, Map<String, String> client)
    implements Serializable {

  /**
   * As many as have been fetched. Where a poll leaves some of a partition behind, the others are
   * fetched anew before it: of two, one was read twice as fast, and all that waits for the slower
   * one, windows and files, waited in memory.
   */
  private static final int MAX_POLL_RECORDS = 1_000_000;

  public KafkaSettings {
    client = Map.copyOf(client);
  }

  /** What any client needs, the admin client as well. */
  public Map<String, Object> forClients() {
    Map<String, Object> config = new HashMap<>(client);
    config.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    return config;
  }

  public Map<String, Object> forConsumers() {
    Map<String, Object> config = new HashMap<>();
    config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MAX_POLL_RECORDS);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    // What a transaction of the sender took back was never said.
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    config.putAll(client);
    config.put(ConsumerConfig.GROUP_ID_CONFIG, consumerGroup);
    // Offsets are committed when an engine has made its work durable, not by the clock.
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    return config;
  }

  public Map<String, Object> forProducers() {
    Map<String, Object> config = new HashMap<>();
    config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    config.putAll(client);
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    return config;
  }
}
