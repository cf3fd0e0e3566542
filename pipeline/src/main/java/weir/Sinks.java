package weir;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.beam.sdk.transforms.Filter;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PDone;
import weir.model.Alert;
import weir.model.LogRecord;
import weir.model.Rejected;
import weir.model.Verdict;
import weir.rules.Novelty;

/**
 * Where answers go, each place by the name it has in the graph; what is not asked for is not there.
 */
public final class Sinks {
  private final Novelty novelty;
  private final Map<String, PTransform<PCollection<LogRecord>, PDone>> records =
      new LinkedHashMap<>();
  private final Map<String, PTransform<PCollection<Alert>, PDone>> alerts = new LinkedHashMap<>();
  private final Map<String, PTransform<PCollection<Rejected>, PDone>> deadLetters =
      new LinkedHashMap<>();
  private final Map<String, PTransform<PCollection<Verdict>, PDone>> verdicts =
      new LinkedHashMap<>();

  public Sinks() {
    this(Novelty.ALL);
  }

  /** Sinks that are told only what is new. */
  public Sinks(Novelty novelty) {
    this.novelty = novelty;
  }

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
    write(all, "New records", novelty::isNew, records);
  }

  void writeAlerts(PCollection<Alert> all) {
    write(all, "New alerts", novelty::isNew, alerts);
  }

  void writeDeadLetters(PCollection<Rejected> all) {
    write(all, "New dead letters", novelty::isNew, deadLetters);
  }

  void writeVerdicts(PCollection<Verdict> all) {
    write(all, "New verdicts", novelty::isNew, verdicts);
  }

  private <T> void write(
      PCollection<T> all,
      String name,
      SerializableFunction<T, Boolean> isNew,
      Map<String, PTransform<PCollection<T>, PDone>> sinks) {
    if (sinks.isEmpty()) {
      return;
    }
    PCollection<T> some =
        novelty.newFrom() == Novelty.ALL.newFrom()
            ? all
            : all.apply(name, Filter.by(isNew)).setCoder(all.getCoder());
    sinks.forEach(some::apply);
  }
}
