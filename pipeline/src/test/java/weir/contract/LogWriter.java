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
        sent.put(each, kafka.send(record(topic, each)));
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

  /** A record of the log as it is sent. */
  public static ProducerRecord<byte[], byte[]> record(String topic, LogRecord record) {
    Payload key = record.key();
    Payload value = record.value();
    return new ProducerRecord<>(
        topic,
        record.position().partition(),
        record.position().time(),
        key == null ? null : key.bytes(),
        value == null ? null : value.bytes());
  }
}
