package weir.bench.ladder.latency;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import weir.bench.ladder.log.EndMarkers;
import weir.form.AlertJson;
import weir.model.Alert;
import weir.topics.TopicReader;

/**
 * Reads alerts as they come: how long after the intended instant of its transaction, which is its
 * event time, each came first, by the broker's clock.
 */
final class LiveAlerts implements AutoCloseable {
  private final TopicReader reader;
  private final Set<String> known = new HashSet<>();
  private final Set<String> markers = new HashSet<>();
  private final List<Sample> samples = new ArrayList<>();

  /** An alert about a transaction that was meant to be sent then came so much later. */
  record Sample(long intendedMillis, long latencyMillis) {}

  LiveAlerts(Map<String, Object> client, String topic) {
    reader = new TopicReader(client, topic);
    reader.seekToBeginning();
  }

  /** Takes what has come by now, or comes within a moment. */
  void poll() {
    reader.poll(this::note);
  }

  private void note(ConsumerRecord<byte[], byte[]> record) {
    // An alert that comes again was not waited for.
    if (!known.add(new String(record.key(), StandardCharsets.UTF_8))) {
      return;
    }
    try {
      Alert alert = AlertJson.read(record.value());
      if (EndMarkers.is(alert.userId())) {
        markers.add(alert.userId());
      } else if (alert.transactionId() != null) {
        // Of a window nobody can say which of its transactions raised it.
        samples.add(new Sample(alert.eventTime(), record.timestamp() - alert.eventTime()));
      }
    } catch (IOException foreign) {
      throw new UncheckedIOException(foreign);
    }
  }

  /** How many different markers were judged so far. */
  int markers() {
    return markers.size();
  }

  /** Those about transactions that were meant to be sent in this span. */
  List<Sample> between(long fromMillis, long toMillis) {
    return samples.stream()
        .filter(each -> fromMillis <= each.intendedMillis() && each.intendedMillis() < toMillis)
        .toList();
  }

  @Override
  public void close() {
    reader.close();
  }
}
