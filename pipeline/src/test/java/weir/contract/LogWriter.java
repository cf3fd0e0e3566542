package weir.contract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import weir.model.LogRecord;
import weir.model.Payload;

/** Writes a made-up log to Kafka: each record to its partition, with its log time. */
public final class LogWriter {
  private LogWriter() {}

  public static void write(Map<String, Object> client, String topic, List<LogRecord> log) {
    Map<String, Object> config = new HashMap<>(client);
    config.put("key.serializer", ByteArraySerializer.class);
    config.put("value.serializer", ByteArraySerializer.class);
    try (KafkaProducer<byte[], byte[]> kafka = new KafkaProducer<>(config)) {
      Map<LogRecord, Future<RecordMetadata>> sent = new HashMap<>();
      for (LogRecord each : log) {
        Payload key = each.key();
        Payload value = each.value();
        sent.put(
            each,
            kafka.send(
                new ProducerRecord<>(
                    topic,
                    each.position().partition(),
                    each.position().time(),
                    key == null ? null : key.bytes(),
                    value == null ? null : value.bytes())));
      }
      for (Map.Entry<LogRecord, Future<RecordMetadata>> each : sent.entrySet()) {
        long offset = each.getValue().get().offset();
        if (offset != each.getKey().position().offset()) {
          throw new IllegalStateException("the log was to be written once and in order");
        }
      }
    } catch (ExecutionException failed) {
      throw new IllegalStateException("the log cannot be written", failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while writing the log", stopped);
    }
  }
}
