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
 * Reads alerts as they come. For each it notes how long after the intended instant of its
 * transaction, which is its event time, the first record came, by the broker's clock.
 */
final class LiveAlerts implements AutoCloseable {
  private final TopicReader reader;
  private final Set<String> known = new HashSet<>();
  private final Set<String> markers = new HashSet<>();
  private final List<Sample> samples = new ArrayList<>();

  /** The latency of an alert about a transaction that was meant to be sent at this instant. */
  record Sample(long intendedMillis, long latencyMillis) {}

  LiveAlerts(Map<String, Object> client, String topic) {
    reader = new TopicReader(client, topic);
    reader.seekToBeginning();
  }

  /** Takes the records that have arrived or arrive within a moment. */
  void poll() {
    reader.poll(this::note);
  }

  private void note(ConsumerRecord<byte[], byte[]> record) {
    // A repeated alert has no latency.
    if (!known.add(new String(record.key(), StandardCharsets.UTF_8))) {
      return;
    }
    try {
      Alert alert = AlertJson.read(record.value());
      if (EndMarkers.is(alert.userId())) {
        markers.add(alert.userId());
      } else if (alert.transactionId() != null) {
        // The alert of a window does not tell which of its transactions raised it.
        samples.add(new Sample(alert.eventTime(), record.timestamp() - alert.eventTime()));
      }
    } catch (IOException foreign) {
      throw new UncheckedIOException(foreign);
    }
  }

  /** How many different markers have been judged so far. */
  int markers() {
    return markers.size();
  }

  /** The samples of transactions that were meant to be sent in this span. */
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
