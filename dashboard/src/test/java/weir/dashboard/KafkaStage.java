package weir.dashboard;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import weir.form.AlertJson;
import weir.local.Folders;
import weir.local.LocalKafka;
import weir.local.Topics;
import weir.model.Alert;

/** A real Kafka with Weir's topics, which can go away and come back with all it had. */
final class KafkaStage implements AutoCloseable {
  private final Path data = Folders.temporary("weir-stage-");
  private final int port;
  private final KafkaProducer<byte[], byte[]> producer;
  private LocalKafka kafka;

  KafkaStage() {
    kafka = LocalKafka.start(0, Optional.of(data));
    port = Integer.parseInt(kafka.bootstrapServers().replaceFirst(".*:", ""));
    Topics.usual(2, true).create(kafka.bootstrapServers());
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka.bootstrapServers(), "linger.ms", 0),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  String bootstrapServers() {
    return kafka.bootstrapServers();
  }

  void stop() {
    kafka.close();
  }

  void restart() {
    kafka = LocalKafka.start(port, Optional.of(data));
  }

  /** Returns when Kafka has it. */
  void send(Alert alert, Header... headers) {
    send("fraud-alerts", alert.id(), AlertJson.write(alert), headers);
  }

  @SuppressWarnings("FutureReturnValueIgnored") // The flush waits for it.
  void send(String topic, String key, byte[] value, Header... headers) {
    byte[] name = key.getBytes(StandardCharsets.UTF_8);
    producer.send(new ProducerRecord<>(topic, null, name, value, List.of(headers)));
    producer.flush();
  }

  @Override
  public void close() {
    producer.close();
    kafka.close();
    Folders.delete(data);
  }
}
