package weir.bench.ladder.log;

import java.time.Instant;
import java.util.Map;
import weir.producer.KafkaSink;
import weir.producer.NoSink;
import weir.producer.ProducerSettings;
import weir.producer.TransactionProducer;
import weir.traffic.Rate;
import weir.traffic.Traffic;
import weir.traffic.TrafficSettings;

/**
 * A backlog to drain: this many simulated transactions, always the same ones, and the markers.
 *
 * @param rate transactions a second of simulated time
 */
public record SimulatedBacklog(long count, int users, double rate) {
  /** The time of the first transaction. */
  public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private static final long AFTERWARDS_MILLIS = 1000;

  /** Writes the backlog to a topic with CreateTime. */
  public void fill(Map<String, Object> client, String topic, int partitions) {
    TransactionProducer producer = new TransactionProducer(ProducerSettings.atOnce(count));
    TrafficSettings traffic =
        TrafficSettings.of(1, users, Rate.constant(rate), START.toEpochMilli());
    try (KafkaSink sink = new KafkaSink(client, topic)) {
      producer.run(new Traffic(traffic), sink, new NoSink());
    }
    EndMarkers.send(client, topic, partitions, producer.lastLogMillis() + AFTERWARDS_MILLIS);
  }
}
