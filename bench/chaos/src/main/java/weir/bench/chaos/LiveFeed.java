package weir.bench.chaos;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import weir.form.TransactionJson;
import weir.model.Transaction;

/**
 * Payments that happen now and reach the log at once, later or too late, until the feed is closed.
 * The broker gives the log times.
 */
final class LiveFeed implements AutoCloseable {
  static final int USERS = 300;

  private static final List<String> CITIES = List.of("Lisbon", "Oslo", "Lima", "Osaka");
  private static final List<Double> NORTH = List.of(38.72, 59.91, -12.05, 34.69);
  private static final List<Double> EAST = List.of(-9.14, 10.75, -77.04, 135.5);

  private static final int MOST_DELAY_MILLIS = 12_000;

  private final SplittableRandom random = new SplittableRandom(20_261_126);
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private final List<Transaction> waiting = new ArrayList<>();
  private final String topic;
  private final KafkaProducer<byte[], byte[]> producer;
  private final Thread thread;
  private volatile boolean stopped;
  private int sent;

  LiveFeed(Map<String, Object> client, String topic, double rate) {
    this.topic = topic;
    Map<String, Object> config = new HashMap<>(client);
    config.put("linger.ms", 5);
    producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    thread = new Thread(() -> run(rate), "live-feed");
    thread.setDaemon(true);
    thread.start();
  }

  private void run(double rate) {
    long began = System.nanoTime();
    try {
      while (!stopped) {
        while (sent < (System.nanoTime() - began) / 1e9 * rate) {
          send();
        }
        TimeUnit.MILLISECONDS.sleep(5);
      }
    } catch (RuntimeException failed) {
      failure.compareAndSet(null, failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Sends a payment that happens now, or one that has waited. */
  private void send() {
    if (random.nextInt(5) == 0) {
      waiting.add(payment());
    }
    boolean late = !waiting.isEmpty() && random.nextInt(5) == 0;
    write(late ? waiting.remove(random.nextInt(waiting.size())) : payment());
    waiting.removeIf(each -> each.time() < System.currentTimeMillis() - MOST_DELAY_MILLIS);
  }

  private Transaction payment() {
    int user = random.nextInt(USERS);
    int place = random.nextInt(8) == 0 ? random.nextInt(CITIES.size()) : user % CITIES.size();
    return new Transaction(
        "t" + random.nextLong(),
        "user-" + user,
        random.nextInt(10) == 0 ? 400_000 + random.nextInt(400_000) : 1 + random.nextInt(9000),
        "EUR",
        System.currentTimeMillis(),
        "shop-" + random.nextInt(20),
        null,
        "card",
        CITIES.get(place),
        "XX",
        NORTH.get(place),
        EAST.get(place),
        null);
  }

  @SuppressWarnings("FutureReturnValueIgnored") // A failure is kept and thrown by close.
  private void write(Transaction tx) {
    sent++;
    producer.send(
        new ProducerRecord<>(
            topic, tx.userId().getBytes(StandardCharsets.UTF_8), TransactionJson.write(tx)),
        (metadata, failed) -> {
          if (failed != null) {
            failure.compareAndSet(null, failed);
          }
        });
  }

  /** Stops, and returns when everything that was sent is there. */
  @Override
  public void close() {
    stopped = true;
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    producer.close();
    Throwable failed = failure.get();
    if (failed != null) {
      throw new IllegalStateException("the payments cannot be written: " + failed, failed);
    }
  }
}
