package weir.local;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** What tests do with a broker: write a record, read the first one, ask for a setting. */
final class KafkaClients {
  private KafkaClients() {}

  static Map<String, Object> of(LocalKafka kafka) {
    return Map.of("bootstrap.servers", kafka.bootstrapServers());
  }

  static void send(LocalKafka kafka, String topic, long time, String value)
      throws ExecutionException, InterruptedException {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(of(kafka), new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>(topic, 0, time, "key", value)).get();
    }
  }

  static ConsumerRecord<String, String> first(LocalKafka kafka, String topic) {
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(of(kafka), new StringDeserializer(), new StringDeserializer())) {
      List<TopicPartition> partition = List.of(new TopicPartition(topic, 0));
      consumer.assign(partition);
      consumer.seekToBeginning(partition);
      return consumer.poll(Duration.ofSeconds(10)).iterator().next();
    }
  }

  /** A setting as the broker has it. */
  static String setting(Admin admin, ConfigResource.Type type, String of, String name)
      throws ExecutionException, InterruptedException {
    var all = admin.describeConfigs(List.of(new ConfigResource(type, of))).all().get();
    return all.values().iterator().next().get(name).value();
  }
}
