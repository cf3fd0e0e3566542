package weir.producer;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A topic, in which the key decides on the partition. */
public final class KafkaSink implements RecordSink {
  private final String topic;
  private final KafkaProducer<byte[], byte[]> kafka;
  private final AtomicReference<Exception> failure = new AtomicReference<>();

  public KafkaSink(Map<String, Object> client, String topic) {
    this.topic = topic;
    this.kafka = new KafkaProducer<>(config(client));
  }

  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // The callback hears of every failure.
  public void send(long logMillis, byte[] key, byte[] value) {
    throwFailure();
    kafka.send(
        new ProducerRecord<>(topic, null, logMillis, key, value),
        (metadata, failed) -> {
          if (failed != null) {
            failure.compareAndSet(null, failed);
          }
        });
  }

  public int partitions() {
    return kafka.partitionsFor(topic).size();
  }

  @Override
  public void flush() {
    kafka.flush();
    throwFailure();
  }

  @Override
  public void close() {
    kafka.close();
  }

  private void throwFailure() {
    Exception failed = failure.get();
    if (failed != null) {
      throw new KafkaException("sending to " + topic + " failed: " + failed.getMessage(), failed);
    }
  }

  private static Map<String, Object> config(Map<String, Object> client) {
    Map<String, Object> config = new HashMap<>();
    config.put(ProducerConfig.LINGER_MS_CONFIG, 5);
    config.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
    config.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 64L * 1024 * 1024);
    config.putAll(client);
    config.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    config.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    return config;
  }
}
