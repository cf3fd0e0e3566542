package weir.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalKafkaTest {
  private static final long LONG_AGO = 1000;

  private static Map<String, Object> client(LocalKafka kafka) {
    return Map.of("bootstrap.servers", kafka.bootstrapServers());
  }

  private static void send(LocalKafka kafka, String topic, long time) throws Exception {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(client(kafka), new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>(topic, 0, time, "key", "value")).get();
    }
  }

  private static ConsumerRecord<String, String> read(LocalKafka kafka, String topic) {
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(client(kafka), new StringDeserializer(), new StringDeserializer())) {
      List<TopicPartition> partition = List.of(new TopicPartition(topic, 0));
      consumer.assign(partition);
      consumer.seekToBeginning(partition);
      return consumer.poll(Duration.ofSeconds(10)).iterator().next();
    }
  }

  private static String setting(Admin admin, ConfigResource topic, String name) throws Exception {
    return admin
        .describeConfigs(List.of(topic))
        .all()
        .get()
        .values()
        .iterator()
        .next()
        .get(name)
        .value();
  }

  @Test
  void keepsItsTopicsInAGivenFolderFromOneStartToTheNext(@TempDir Path folder) throws Exception {
    try (LocalKafka kafka = LocalKafka.start(0, Optional.of(folder))) {
      assertThat(kafka.bootstrapServers()).startsWith("127.0.0.1:");
      Topics.usual(2, false).create(client(kafka));
      send(kafka, "transactions", LONG_AGO);
    }
    try (LocalKafka kafka = LocalKafka.start(0, Optional.of(folder))) {
      ConsumerRecord<String, String> record = read(kafka, "transactions");
      assertThat(record.value()).isEqualTo("value");
      assertThat(record.timestamp()).as("log time of a replay").isEqualTo(LONG_AGO);
    }
  }

  @Test
  void onALiveTopicTheBrokersClockIsTheLogTime() throws Exception {
    try (LocalKafka kafka = LocalKafka.start()) {
      Topics.usual(1, true).create(client(kafka));
      long before = System.currentTimeMillis();
      send(kafka, "transactions", LONG_AGO);
      assertThat(read(kafka, "transactions").timestamp()).isGreaterThanOrEqualTo(before);
    }
  }

  @Test
  void creatingTopicsTwiceLeavesThemAsTheyAre() throws Exception {
    try (LocalKafka kafka = LocalKafka.start();
        Admin admin = Admin.create(client(kafka))) {
      Topics.usual(3, true).create(client(kafka));
      Topics.usual(5, false).create(client(kafka));
      assertThat(admin.listTopics().names().get())
          .containsExactlyInAnyOrder("transactions", "fraud-alerts", "transactions.dead-letter");
      ConfigResource alerts = new ConfigResource(ConfigResource.Type.TOPIC, "fraud-alerts");
      ConfigResource transactions = new ConfigResource(ConfigResource.Type.TOPIC, "transactions");
      assertThat(setting(admin, alerts, "cleanup.policy")).isEqualTo("compact");
      assertThat(setting(admin, transactions, "message.timestamp.type")).isEqualTo("LogAppendTime");
      assertThat(admin.describeTopics(List.of("transactions")).allTopicNames().get().values())
          .singleElement()
          .satisfies(topic -> assertThat(topic.partitions()).hasSize(3));
    }
  }

  @Test
  void aPortInUseIsSaid() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatExceptionOfType(LocalServerException.class)
          .isThrownBy(() -> LocalKafka.start(taken.getLocalPort(), Optional.empty()))
          .withMessage("port " + taken.getLocalPort() + " on 127.0.0.1 is in use");
    }
  }

  @Test
  void aBrokerThatIsNotThereIsSaid() {
    assertThatExceptionOfType(LocalServerException.class)
        .isThrownBy(() -> Topics.usual(1, true).create(Map.of("bootstrap.servers", "127.0.0.1:9")))
        .withMessageStartingWith("cannot create topics at 127.0.0.1:9");
  }
}
