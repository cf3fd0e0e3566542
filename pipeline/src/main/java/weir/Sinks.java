package weir;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PDone;
import weir.model.Alert;
import weir.model.LogRecord;
import weir.model.Rejected;
import weir.model.Verdict;

/**
 * Where answers go, each place by the name it has in the graph; what is not asked for is not there.
 */
public final class Sinks {
  private final Map<String, PTransform<PCollection<LogRecord>, PDone>> records =
      new LinkedHashMap<>();
  private final Map<String, PTransform<PCollection<Alert>, PDone>> alerts = new LinkedHashMap<>();
  private final Map<String, PTransform<PCollection<Rejected>, PDone>> deadLetters =
      new LinkedHashMap<>();
  private final Map<String, PTransform<PCollection<Verdict>, PDone>> verdicts =
      new LinkedHashMap<>();

  /** For every record as it was read, before anything is made of it. */
  public Sinks records(String name, PTransform<PCollection<LogRecord>, PDone> sink) {
    records.put(name, sink);
    return this;
  }

  public Sinks alerts(String name, PTransform<PCollection<Alert>, PDone> sink) {
    alerts.put(name, sink);
    return this;
  }

  public Sinks deadLetters(String name, PTransform<PCollection<Rejected>, PDone> sink) {
    deadLetters.put(name, sink);
    return this;
  }

  public Sinks verdicts(String name, PTransform<PCollection<Verdict>, PDone> sink) {
    verdicts.put(name, sink);
    return this;
  }

  /** Whether anybody wants verdicts: they cost something for every transaction. */
  boolean wantVerdicts() {
    return !verdicts.isEmpty();
  }

  void writeRecords(PCollection<LogRecord> all) {
    records.forEach(all::apply);
  }

  void writeAlerts(PCollection<Alert> all) {
    alerts.forEach(all::apply);
  }

  void writeDeadLetters(PCollection<Rejected> all) {
    deadLetters.forEach(all::apply);
  }

  void writeVerdicts(PCollection<Verdict> all) {
    verdicts.forEach(all::apply);
  }
}
