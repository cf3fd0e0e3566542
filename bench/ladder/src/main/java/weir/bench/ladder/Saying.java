package weir.bench.ladder;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import weir.bench.ladder.ProgressCurve.Sighting;
import weir.cli.RunnerProcess;
import weir.cli.TopicReader;
import weir.model.LogPosition;
import weir.model.Payload;
import weir.oracle.Merged;

/**
 * All that a contestant says about a backlog. While it is measured its records are only kept: the
 * processors are the contestant's.
 */
final class Saying {
  private final Backlog backlog;
  private final TopicReader reader;
  private final List<Said> all = new ArrayList<>();
  private final Set<String> awaited;

  private record Said(long millis, String alertId, Payload json) {}

  Saying(Backlog backlog, TopicReader reader) {
    this.backlog = backlog;
    this.reader = reader;
    this.awaited = new HashSet<>(backlog.markers());
    reader.seekToBeginning();
  }

  /** Whether it judged the last transaction of every partition in time. */
  boolean awaitMarkers(RunnerProcess process, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    while (!awaited.isEmpty() && process.isAlive() && System.nanoTime() < end) {
      reader.poll(this::note);
    }
    return awaited.isEmpty();
  }

  /** Whether it said anything in time. */
  boolean awaitSome(RunnerProcess process, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    while (all.isEmpty() && process.isAlive() && System.nanoTime() < end) {
      reader.poll(this::note);
    }
    return !all.isEmpty();
  }

  /** Waits until nothing came for so long. */
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
  }

  /** What became known of the log by when. */
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

  /** What stands in the end, beside what is right. */
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

  long lastMillis() {
    return all.stream().mapToLong(Said::millis).max().orElse(0);
  }
}
