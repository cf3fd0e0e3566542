package weir.bench.ladder.round;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import weir.bench.ladder.log.Backlog;
import weir.bench.ladder.round.ProgressCurve.Sighting;
import weir.model.LogPosition;
import weir.model.Payload;
import weir.oracle.Merged;
import weir.topics.TopicReader;

/**
 * Everything that a contestant says about a backlog. During the measurement the records are only
 * kept, because the processors belong to the contestant.
 */
final class Saying {
  private final Backlog backlog;
  private final TopicReader reader;
  private final List<Said> all = new ArrayList<>();
  private final Set<String> awaited;
  private final Set<String> markers;

  private record Said(long millis, String alertId, Payload json) {}

  Saying(Backlog backlog, TopicReader reader) {
    this.backlog = backlog;
    this.reader = reader;
    this.awaited = new HashSet<>(backlog.expected().keySet());
    this.markers = new HashSet<>(backlog.markers());
    reader.seekToBeginning();
  }

  /**
   * Waits until every right alert is written. The alert of a total may come after the last
   * transaction is judged. If the last transaction is judged and nothing has come for this long,
   * the answer is incomplete.
   *
   * @param working whether the contestant is still running
   * @return whether the last transaction of every partition was judged in time
   */
  boolean awaitAnswer(BooleanSupplier working, Duration patience, Duration quiet) {
    long end = System.nanoTime() + patience.toNanos();
    int before = -1;
    long since = System.nanoTime();
    while (!awaited.isEmpty() && working.getAsBoolean() && System.nanoTime() < end) {
      reader.poll(this::note);
      if (all.size() != before || !markers.isEmpty()) {
        before = all.size();
        since = System.nanoTime();
      } else if (System.nanoTime() - since > quiet.toNanos()) {
        break;
      }
    }
    return markers.isEmpty();
  }

  /** Waits for the first alert; returns whether it came in time. */
  boolean awaitSome(BooleanSupplier working, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    while (all.isEmpty() && working.getAsBoolean() && System.nanoTime() < end) {
      reader.poll(this::note);
    }
    return !all.isEmpty();
  }

  /** Waits until nothing has come for this long. */
  void awaitQuiet(Duration quiet) {
    int before = -1;
    long since = System.nanoTime();
    while (System.nanoTime() - since < quiet.toNanos()) {
      reader.poll(this::note);
      if (all.size() != before) {
        before = all.size();
        since = System.nanoTime();
      }
    }
  }

  private void note(ConsumerRecord<byte[], byte[]> record) {
    String alertId = new String(record.key(), StandardCharsets.UTF_8);
    all.add(new Said(record.timestamp(), alertId, new Payload(record.value())));
    awaited.remove(alertId);
    markers.remove(alertId);
  }

  /** How far the judgement had come by when. */
  ProgressCurve curve() {
    Map<String, LogPosition> causes = backlog.causes();
    List<Sighting> sightings = new ArrayList<>();
    for (Said each : all) {
      LogPosition cause = causes.get(each.alertId());
      if (cause != null) {
        sightings.add(new Sighting(each.millis(), cause));
      }
    }
    return ProgressCurve.of(sightings);
  }

  /** Compares the alerts that stand in the end with the right ones. */
  Comparison compare() {
    Merged merged = new Merged();
    long contradictions = 0;
    for (Said each : all) {
      try {
        merged.alert(each.json().bytes());
      } catch (AssertionError contradiction) {
        contradictions++;
      }
    }
    return Comparison.of(backlog.expected(), merged.answers().alerts(), contradictions);
  }

  long records() {
    return all.size();
  }

  long alerts() {
    return all.stream().map(Said::alertId).distinct().count();
  }

  long firstMillis() {
    return all.stream().mapToLong(Said::millis).min().orElse(0);
  }

  /** The time at which the last of the right alerts was written in its final form. */
  long completeMillis() {
    Map<String, Long> written = new HashMap<>();
    for (Said each : all) {
      String right = backlog.expected().get(each.alertId());
      if (right != null && right.equals(new String(each.json().bytes(), StandardCharsets.UTF_8))) {
        written.merge(each.alertId(), each.millis(), Math::min);
      }
    }
    return written.values().stream().mapToLong(Long::longValue).max().orElse(0);
  }

  long lastMillis() {
    return all.stream().mapToLong(Said::millis).max().orElse(0);
  }
}
