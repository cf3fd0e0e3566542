package weir.bench.ladder.latency;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import weir.bench.ladder.arena.Resources;
import weir.launch.ParentWatch;
import weir.producer.KafkaSink;
import weir.producer.NoSink;
import weir.producer.ProducerSettings;
import weir.producer.TransactionProducer;
import weir.traffic.Rate;
import weir.traffic.Scenario;
import weir.traffic.Traffic;
import weir.traffic.TrafficSettings;

/**
 * Sends live traffic, in a JVM of its own. It reads lines "RATE SECONDS USERS", sends that load for
 * each, and answers with a {@link Sent}. The event time of a transaction is the instant at which it
 * is meant to be sent, so a late sender does not make it younger.
 */
final class Load {
  private static final String SCENARIO = "live-scenario.yaml";
  private static final Duration TO_PREPARE = Duration.ofMillis(300);

  private Load() {}

  /**
   * What was sent.
   *
   * @param fromMillis the intended instant of the first transaction
   * @param worstLagMillis how far any transaction was behind its instant
   * @param lastLagMillis how far the last transaction was behind its instant
   */
  record Sent(long fromMillis, long count, long worstLagMillis, long lastLagMillis) {

    String line() {
      return String.format(
          Locale.ROOT, "%d %d %d %d", fromMillis, count, worstLagMillis, lastLagMillis);
    }

    static Sent of(String line) {
      String[] words = line.split(" ", -1);
      return new Sent(
          Long.parseLong(words[0]),
          Long.parseLong(words[1]),
          Long.parseLong(words[2]),
          Long.parseLong(words[3]));
    }
  }

  @SuppressWarnings("SystemOut") // The parent process reads it.
  public static void main(String[] args) throws IOException {
    ParentWatch.start();
    try (KafkaSink sink = new KafkaSink(Map.of("bootstrap.servers", args[0]), args[1]);
        BufferedReader asked =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      // The connection is open before anything is due.
      sink.partitions();
      for (String line = asked.readLine(); line != null; line = asked.readLine()) {
        String[] words = line.split(" ", -1);
        System.out.println(
            send(
                    sink,
                    Double.parseDouble(words[0]),
                    Long.parseLong(words[1]),
                    Integer.parseInt(words[2]))
                .line());
      }
    }
  }

  private static Sent send(KafkaSink sink, double rate, long seconds, int users) {
    TransactionProducer producer =
        new TransactionProducer(new ProducerSettings(true, Long.MAX_VALUE, seconds * 1000, 0));
    // The transactions differ from those before, by the same people. The first are made in advance.
    long from = System.currentTimeMillis() + TO_PREPARE.toMillis();
    Traffic traffic =
        new Traffic(TrafficSettings.of(1, users, Rate.constant(rate), from).with(scenario()));
    awaitInstant(from);
    producer.run(traffic, sink, new NoSink());
    return new Sent(from, producer.sent(), producer.worstLagMillis(), producer.lagMillis());
  }

  /** A scenario that raises many alerts from the beginning. */
  static Scenario scenario() {
    return Scenario.parse(SCENARIO, Resources.text(Load.class, SCENARIO));
  }

  /**
   * Waits for the clock's tick, so that event times are the intended instants to the millisecond.
   */
  private static void awaitInstant(long millis) {
    while (System.currentTimeMillis() < millis) {
      LockSupport.parkNanos(50_000);
    }
  }
}
