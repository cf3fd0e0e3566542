package weir.bench.chaos;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import weir.contract.LogWriter;
import weir.model.LogRecord;

/** Writes a log to Kafka in order of log time. It is the load under which things are killed. */
final class Feed {
  private final Map<String, Object> client;
  private final String topic;
  private final List<LogRecord> log;
  private final int patienceMillis;
  private final AtomicInteger sent = new AtomicInteger();
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

  Feed(Map<String, Object> client, String topic, List<LogRecord> log, Duration patience) {
    this.patienceMillis = Math.toIntExact(patience.toMillis());
    this.client = client;
    this.topic = topic;
    this.log =
        log.stream().sorted(Comparator.comparingLong(record -> record.position().time())).toList();
  }

  /** Writes the first records at once. */
  void head(int count) {
    write(count, Double.POSITIVE_INFINITY);
    check();
  }

  /** Writes the rest at this rate per second, in a thread of its own. */
  Thread tail(double rate) {
    Thread thread = new Thread(() -> write(log.size(), rate), "feed");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  /** How many records have been sent. */
  int sent() {
    return sent.get();
  }

  /** The log time that the feed has reached. */
  long logTime() {
    return log.get(Math.min(sent.get(), log.size() - 1)).position().time();
  }

  /** Throws what went wrong in writing, if anything did. */
  void check() {
    Throwable failed = failure.get();
    if (failed != null) {
      throw new IllegalStateException("the log cannot be written: " + failed, failed);
    }
  }

  private void write(int until, double rate) {
    Map<String, Object> config = new HashMap<>(client);
    config.put("key.serializer", ByteArraySerializer.class);
    config.put("value.serializer", ByteArraySerializer.class);
    config.put("linger.ms", 5);
    // A broker that is killed on a busy machine takes its time to come back.
    config.put("delivery.timeout.ms", patienceMillis);
    config.put("max.block.ms", patienceMillis);
    long began = System.nanoTime();
    int first = sent.get();
    try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(config)) {
      while (sent.get() < until) {
        int due =
            Double.isInfinite(rate)
                ? until
                : (int) Math.min(until, first + (System.nanoTime() - began) / 1e9 * rate);
        while (sent.get() < due) {
          send(producer, log.get(sent.getAndIncrement()));
        }
        TimeUnit.MILLISECONDS.sleep(5);
      }
    } catch (RuntimeException failed) {
      failure.compareAndSet(null, failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @SuppressWarnings("FutureReturnValueIgnored") // A failure is kept and thrown by check.
  private void send(KafkaProducer<byte[], byte[]> producer, LogRecord record) {
    producer.send(
        LogWriter.record(topic, record),
        (metadata, failed) -> {
          if (failed != null) {
            failure.compareAndSet(null, failed);
          } else if (metadata.hasOffset() && metadata.offset() != record.position().offset()) {
            // After a restart the broker may confirm a record without its offset. The next offset
            // shows the place.
            failure.compareAndSet(
                null, new IllegalStateException("the log was to be written once and in order"));
          }
        });
  }
}
