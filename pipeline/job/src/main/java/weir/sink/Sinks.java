package weir.sink;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.beam.sdk.transforms.Filter;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PDone;
import weir.judge.NewAnswers;
import weir.model.Alert;
import weir.model.LogRecord;
import weir.model.Rejected;
import weir.model.Verdict;

/**
 * Where answers go, each place by the name it has in the graph; what is not asked for is not there.
 */
public final class Sinks {
  private final NewAnswers novelty;
  private final Map<String, PTransform<PCollection<LogRecord>, PDone>> records =
      new LinkedHashMap<>();
  private final Map<String, PTransform<PCollection<Alert>, PDone>> alerts = new LinkedHashMap<>();
  private final Map<String, PTransform<PCollection<Alert>, PDone>> alertsApart =
      new LinkedHashMap<>();
  private final Map<String, PTransform<PCollection<Rejected>, PDone>> deadLetters =
      new LinkedHashMap<>();
  private final Map<String, PTransform<PCollection<Verdict>, PDone>> verdicts =
      new LinkedHashMap<>();

  public Sinks() {
    this(NewAnswers.ALL);
  }

  /** Sinks that are told only what is new. */
  public Sinks(NewAnswers novelty) {
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

  /**
   * A sink of its own for alerts of payments and for those of totals. Where they meet, Flink starts
   * another task, and a few alerts wait on the way to it until a buffer is full or its time is
   * over.
   */
  public Sinks alertsApart(String name, PTransform<PCollection<Alert>, PDone> sink) {
    alertsApart.put(name, sink);
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
  public boolean wantVerdicts() {
    return !verdicts.isEmpty();
  }

  public void writeRecords(PCollection<LogRecord> all) {
    write(all, "New records", novelty::isNew, records);
  }

  public void writeAlerts(PCollection<Alert> ofPayments, PCollectionList<Alert> ofTotals) {
    PCollectionList<Alert> all = PCollectionList.of(writeApart(ofPayments, ""));
    if (ofTotals.size() > 0) {
      all = all.and(writeApart(ofTotals.apply("All totals", Flatten.pCollections()), " of totals"));
    }
    if (!alerts.isEmpty()) {
      PCollection<Alert> together = all.apply("All alerts", Flatten.pCollections());
      alerts.forEach(together::apply);
    }
  }

  private PCollection<Alert> writeApart(PCollection<Alert> some, String which) {
    PCollection<Alert> news = onlyNew(some, "New alerts" + which, novelty::isNew);
    alertsApart.forEach((name, sink) -> news.apply(name + which, sink));
    return news;
  }

  public void writeDeadLetters(PCollection<Rejected> all) {
    write(all, "New dead letters", novelty::isNew, deadLetters);
  }

  public void writeVerdicts(PCollection<Verdict> all) {
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
    PCollection<T> some = onlyNew(all, name, isNew);
    sinks.forEach(some::apply);
  }

  private <T> PCollection<T> onlyNew(
      PCollection<T> all, String name, SerializableFunction<T, Boolean> isNew) {
    return novelty.newFrom() == NewAnswers.ALL.newFrom()
        ? all
        : all.apply(name, Filter.by(isNew)).setCoder(all.getCoder());
  }
}
