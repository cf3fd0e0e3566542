package weir.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import weir.form.AlertJson;
import weir.local.Topics;
import weir.model.Alert;

/**
 * Watches the alert topic until the last transaction of every partition has been judged. The time
 * is taken from the first alert to the last, by the broker's clock: starting the engine is not in
 * it.
 */
final class DrainWatch {
  private final Map<String, Object> client;
  private final Topics topics;
  private final int partitions;
  private final Set<String> markers = new HashSet<>();
  private final Set<String> alerts = new HashSet<>();
  private long first = Long.MAX_VALUE;
  private long last;
  private long raw;

  DrainWatch(Map<String, Object> client, Topics topics, int partitions) {
    this.client = client;
    this.topics = topics;
    this.partitions = partitions;
  }

  boolean await(RunnerProcess pipeline, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    try (TopicReader reader = new TopicReader(client, topics.alerts())) {
      reader.seekToBeginning();
      while (markers.size() < partitions && System.nanoTime() < end && pipeline.isAlive()) {
        reader.poll(this::note);
      }
    }
    return markers.size() == partitions;
  }

  private void note(ConsumerRecord<byte[], byte[]> record) {
    try {
      Alert alert = AlertJson.read(record.value());
      raw++;
      alerts.add(alert.id());
      first = Math.min(first, record.timestamp());
      if (DrainMarkers.is(alert.userId())) {
        markers.add(alert.userId());
        last = Math.max(last, record.timestamp());
      }
    } catch (IOException foreign) {
      throw new UncheckedIOException(foreign);
    }
  }

  String report(String engine, long count, Duration cpu) {
    double seconds = (last - first) / 1e3;
    return String.format(
        Locale.ROOT,
        "%s: %,d in %.1f s, %,.0f tx/s; %,d alerts (%,d records); %.1f CPU-s in all, %.0f per million",
        engine,
        count,
        seconds,
        count / seconds,
        alerts.size(),
        raw,
        cpu.toMillis() / 1e3,
        cpu.toMillis() * 1e3 / count);
  }
}
