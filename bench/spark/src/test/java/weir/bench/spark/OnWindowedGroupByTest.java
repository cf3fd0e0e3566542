package weir.bench.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import weir.contract.AnswerReader;
import weir.contract.JobProcess;
import weir.form.TransactionJson;
import weir.local.LocalKafka;
import weir.local.Topics;
import weir.model.Transaction;

/** The usual table by window and user finds the plainest of all frauds. */
@Tag("slow")
class OnWindowedGroupByTest {
  private static final long NOON = 1_772_366_400_000L;
  private static final int BURST = 5;

  @Test
  void findsAPlainBurst() {
    try (LocalKafka kafka = LocalKafka.start()) {
      Map<String, Object> client = Map.of("bootstrap.servers", kafka.bootstrapServers());
      Topics topics = Topics.usual(2, false);
      topics.create(client);
      pay(client, topics.transactions());
      try (AnswerReader reader = new AnswerReader(client, topics);
          JobProcess job =
              JobProcess.start(
                  OnWindowedGroupBy.class.getName(),
                  List.of("--bootstrapServers=" + kafka.bootstrapServers()))) {
        reader.awaitSome(job, Duration.ofMinutes(2));
        assertThat(reader.answers().alerts().values())
            .isNotEmpty()
            .allMatch(alert -> alert.contains("\"rule\":\"velocity\""))
            .allMatch(alert -> alert.contains("\"userId\":\"hasty\""))
            .allMatch(alert -> alert.contains("\"seen\":" + BURST));
      }
    }
  }

  /** One pays five times within as many seconds, another once. */
  private static void pay(Map<String, Object> client, String topic) {
    try (KafkaProducer<byte[], byte[]> kafka =
        new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer())) {
      for (int i = 0; i < BURST; i++) {
        send(kafka, topic, "hasty", i);
      }
      send(kafka, topic, "calm", 0);
    }
  }

  @SuppressWarnings("FutureReturnValueIgnored") // Without the records there is no alert.
  private static void send(
      KafkaProducer<byte[], byte[]> kafka, String topic, String user, int number) {
    long time = NOON + number * 1000L;
    Transaction tx =
        new Transaction(
            user + number,
            user,
            10_00,
            "EUR",
            time,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null);
    byte[] key = user.getBytes(StandardCharsets.UTF_8);
    kafka.send(new ProducerRecord<>(topic, null, time, key, TransactionJson.write(tx)));
  }
}
