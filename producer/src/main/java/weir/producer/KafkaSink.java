package weir.producer;

import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * A topic, in which the key decides the partition. While the broker is away, records wait; after a
 * while the sink gives the broker up.
 */
public final class KafkaSink implements RecordSink {
  /** How long a broker may be away. */
  static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final long LOOK_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  private final String topic;
  private final Producer<byte[], byte[]> kafka;
  private final AtomicReference<Exception> failure = new AtomicReference<>();
  private final AtomicLong sent = new AtomicLong();
  private final AtomicLong confirmed = new AtomicLong();

  /** When the broker last took a record, or when the first record was sent that still waits. */
  private volatile long waitingSince;

  /** Returns when the broker answers, so that the first record can be sent at once. */
  public KafkaSink(Map<String, Object> client, String topic) {
    this(new KafkaProducer<>(config(client)), topic);
    partitions();
  }

  KafkaSink(Producer<byte[], byte[]> kafka, String topic) {
    this.kafka = kafka;
    this.topic = topic;
  }

  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // The callback gets every failure.
  public void send(long logMillis, byte[] key, byte[] value) {
    throwFailure();
    if (waiting() == 0) {
      waitingSince = System.nanoTime();
    }
    sent.incrementAndGet();
    kafka.send(
        new ProducerRecord<>(topic, null, logMillis, key, value),
        (metadata, failed) -> {
          if (failed == null) {
            waitingSince = System.nanoTime();
            confirmed.incrementAndGet();
          } else {
            failure.compareAndSet(null, failed);
          }
        });
  }

  public int partitions() {
    return kafka.partitionsFor(topic).size();
  }

  @Override
  public long confirmed() {
    return confirmed.get();
  }

  @Override
  public long waiting() {
    return sent.get() - confirmed.get();
  }

  @Override
  public Duration silence() {
    return waiting() == 0 ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - waitingSince);
  }

  @Override
  public void flush(Duration most) {
    long end = System.nanoTime() + most.toNanos();
    while (waiting() > 0) {
      throwFailure();
      if (System.nanoTime() > end) {
        failure.compareAndSet(null, new TimeoutException("stopped"));
      }
      LockSupport.parkNanos(LOOK_EVERY_NANOS);
    }
  }

  /** Waits for what was sent, unless a failure makes that pointless. */
  @Override
  public void close() {
    if (failure.get() == null) {
      kafka.close();
    } else {
      kafka.close(Duration.ZERO);
    }
  }

  private void throwFailure() {
    Exception failed = failure.get();
    if (failed instanceof TimeoutException) {
      throw new KafkaException(
          String.format(
              Locale.ROOT,
              "the broker has not taken a record of '%s' for %,d s and is given up: %,d were"
                  + " confirmed, %,d were not",
              topic,
              silence().toSeconds(),
              confirmed(),
              waiting()),
          failed);
    }
    if (failed != null) {
      throw new KafkaException("sending to " + topic + " failed: " + failed.getMessage(), failed);
    }
  }

  private static Map<String, Object> config(Map<String, Object> client) {
    Map<String, Object> config = new HashMap<>();
    config.put(ProducerConfig.LINGER_MS_CONFIG, 5);
    config.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
    config.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 64L * 1024 * 1024);
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE.toMillis());
    config.putAll(client);
    config.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    config.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    return config;
  }
}
