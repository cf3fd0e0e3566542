package weir.producer;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import weir.model.Transaction;
import weir.model.TransactionJson;

/** Sends transactions to Kafka, keyed by user, until it is told to stop or has sent enough. */
public final class TransactionProducer {
  private final ProducerSettings settings;
  private final TransactionSource source;
  private final SplittableRandom spoiling;
  private volatile boolean stopped;
  private volatile long sent;
  private volatile long lagMillis;

  public TransactionProducer(ProducerSettings settings) {
    this.settings = settings;
    this.source = new TransactionSource(settings.seed(), settings.users());
    this.spoiling = new SplittableRandom(~settings.seed());
  }

  /** Sends; returns when all that was sent has arrived. */
  @SuppressWarnings("FutureReturnValueIgnored") // The callback hears of every failure.
  public void run(Map<String, Object> client) {
    AtomicReference<Exception> failure = new AtomicReference<>();
    try (KafkaProducer<byte[], byte[]> kafka = new KafkaProducer<>(config(client))) {
      Pace pace = new Pace(System.nanoTime(), settings.rate());
      for (long n = 0; n < settings.limit() && !stopped && failure.get() == null; n++) {
        if (!settings.simulated()) {
          await(pace.dueNanos(n));
        }
        kafka.send(
            record(n),
            (metadata, failed) -> {
              if (failed != null) {
                failure.compareAndSet(null, failed);
              }
            });
        sent = n + 1;
      }
      kafka.flush();
    }
    Exception failed = failure.get();
    if (failed != null) {
      throw new KafkaException("sending failed: " + failed.getMessage(), failed);
    }
  }

  /** Makes {@link #run} end soon. */
  public void stop() {
    stopped = true;
  }

  public long sent() {
    return sent;
  }

  /** How far the last record was behind the instant at which it was meant to be sent. */
  public long lagMillis() {
    return lagMillis;
  }

  private ProducerRecord<byte[], byte[]> record(long number) {
    long time =
        settings.simulated()
            ? settings.simulatedStart() + (long) (number * 1000 / settings.rate())
            : System.currentTimeMillis();
    Transaction tx = source.next(time);
    byte[] value =
        settings.badShare() > 0 && spoiling.nextDouble() < settings.badShare()
            ? BadRecords.spoil(tx, spoiling)
            : TransactionJson.write(tx);
    byte[] key = tx.userId().getBytes(StandardCharsets.UTF_8);
    return new ProducerRecord<>(settings.topic(), null, time, key, value);
  }

  private void await(long dueNanos) {
    long wait = dueNanos - System.nanoTime();
    while (wait > 0 && !stopped) {
      LockSupport.parkNanos(wait);
      wait = dueNanos - System.nanoTime();
    }
    lagMillis = Math.max(0, -wait / 1_000_000);
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
