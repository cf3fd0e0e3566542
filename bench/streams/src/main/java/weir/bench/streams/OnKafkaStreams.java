package weir.bench.streams;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import weir.bench.twin.Twin;
import weir.bench.twin.TwinOptions;
import weir.bench.twin.UserMemory;

/**
 * The pipeline by hand on Kafka Streams, with its Processor API. A user's records are in one
 * partition, so no further topic is needed. If state is to be saved, users are in a store in memory
 * with a changelog, and a restart continues from there. That must be exactly once, or a saved state
 * could outlive an alert that it caused. Otherwise each start is an application of its own and
 * reads the log from its beginning.
 */
public final class OnKafkaStreams {
  private static final String READ = "read transactions";
  private static final String JUDGE = "judge";
  private static final int SESSION_MILLIS = 6000;

  private final TwinOptions options;

  private OnKafkaStreams(TwinOptions options) {
    this.options = options;
  }

  public static void main(String[] args) {
    Twin.main(args, options -> new OnKafkaStreams(options).run());
  }

  private void run() throws InterruptedException {
    CountDownLatch ended = new CountDownLatch(1);
    try (KafkaStreams streams = new KafkaStreams(topology(), config())) {
      streams.setStateListener(
          (state, before) -> {
            if (state == KafkaStreams.State.ERROR || state == KafkaStreams.State.NOT_RUNNING) {
              ended.countDown();
            }
          });
      streams.start();
      ended.await();
    }
  }

  private Topology topology() {
    ByteArrayDeserializer reads = new ByteArrayDeserializer();
    ByteArraySerializer writes = new ByteArraySerializer();
    ConcurrentMap<String, UserMemory> heap = new ConcurrentHashMap<>();
    Topology topology = new Topology();
    topology.addSource(READ, reads, reads, options.inputTopic());
    topology.addProcessor(JUDGE, () -> new JudgeProcessor(options, heap), READ);
    if (options.savesState()) {
      topology.addStateStore(users(), JUDGE);
    }
    for (String topic : List.of(options.alertTopic(), options.deadLetterTopic())) {
      // A sink is named after its topic.
      topology.addSink(topic, topic, writes, writes, JUDGE);
    }
    return topology;
  }

  private static StoreBuilder<KeyValueStore<String, UserMemory>> users() {
    return Stores.keyValueStoreBuilder(
            Stores.inMemoryKeyValueStore(JudgeProcessor.USERS),
            Serdes.String(),
            new UserMemorySerde())
        .withLoggingEnabled(Map.of());
  }

  private Properties config() {
    Properties config = new Properties();
    config.putAll(options.kafka().forClients());
    config.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, options.parallelism());
    String group = options.kafka().consumerGroup();
    if (options.savesState()) {
      config.put(StreamsConfig.APPLICATION_ID_CONFIG, group);
      config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
      config.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, options.checkpointingInterval());
    } else {
      config.put(StreamsConfig.APPLICATION_ID_CONFIG, group + "-" + UUID.randomUUID());
    }
    Map<String, Object> consumers = new HashMap<>(options.consumers());
    // Kafka Streams sets these itself.
    consumers.remove(ConsumerConfig.GROUP_ID_CONFIG);
    consumers.remove(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG);
    // A killed instance must not hold its partitions for long.
    consumers.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_MILLIS);
    consumers.forEach((name, value) -> config.put(StreamsConfig.mainConsumerPrefix(name), value));
    options
        .producers()
        .forEach((name, value) -> config.put(StreamsConfig.producerPrefix(name), value));
    // Lingering would make an alert wait for others.
    config.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 0);
    return config;
  }
}
