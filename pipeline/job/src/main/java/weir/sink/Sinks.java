package weir.sink;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.beam.sdk.transforms.Filter;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PDone;
import weir.fields.DeclaredField;
import weir.judge.NewAnswers;
import weir.model.Alert;
import weir.model.DeadLetter;
import weir.model.Label;
import weir.model.LogRecord;
import weir.model.Verdict;
import weir.notice.Announcements;

/** Where answers go, each place by its name in the graph; only what was asked for is in it. */
public final class Sinks {
  private final Announcements announcements;
  private final List<DeclaredField> declared;
  private final NewAnswers newAnswers;
  private final Map<String, RecordsOf> records = new LinkedHashMap<>();
  private final Map<String, PTransform<PCollectionList<Alert>, PDone>> alerts =
      new LinkedHashMap<>();
  private final Map<String, PTransform<PCollection<DeadLetter>, PDone>> deadLetters =
      new LinkedHashMap<>();
  private final Map<String, PTransform<PCollection<Verdict>, PDone>> verdicts =
      new LinkedHashMap<>();
  private final Map<String, PTransform<PCollection<Label>, PDone>> labels = new LinkedHashMap<>();

  /**
   * Sinks that are told everything.
   *
   * @param announcements of the books that answers name
   * @param declared the fields that their charter declares
   */
  public Sinks(Announcements announcements, List<DeclaredField> declared) {
    this(announcements, declared, NewAnswers.ALL);
  }

  /** Sinks that are told only what is new. */
  public Sinks(Announcements announcements, List<DeclaredField> declared, NewAnswers newAnswers) {
    this.announcements = announcements;
    this.declared = List.copyOf(declared);
    this.newAnswers = newAnswers;
  }

  /** For a sink that keeps the books that its answers name. */
  public Announcements announcements() {
    return announcements;
  }

  /** The fields that transactions have besides the usual ones. */
  public List<DeclaredField> declared() {
    return declared;
  }

  /** Writes the records of a topic. */
  public interface RecordsOf {
    PTransform<PCollection<LogRecord>, PDone> topic(String topic);
  }

  /** For every record as it was read, before anything is made of it. */
  public Sinks records(String place, RecordsOf sink) {
    records.put(place, sink);
    return this;
  }

  /** The same, but records go nowhere. */
  public Sinks withoutRecords() {
    records.clear();
    return this;
  }

  public Sinks alerts(String name, PTransform<PCollection<Alert>, PDone> sink) {
    return alertsByBranch(name, new Together<>(sink));
  }

  /** A sink that takes alerts of payments and those of totals apart, as they are found. */
  public Sinks alertsByBranch(String name, PTransform<PCollectionList<Alert>, PDone> sink) {
    alerts.put(name, sink);
    return this;
  }

  public Sinks deadLetters(String name, PTransform<PCollection<DeadLetter>, PDone> sink) {
    deadLetters.put(name, sink);
    return this;
  }

  public Sinks verdicts(String name, PTransform<PCollection<Verdict>, PDone> sink) {
    verdicts.put(name, sink);
    return this;
  }

  /** For every label that was heard, whether it matters to a rule or not. */
  public Sinks labels(String name, PTransform<PCollection<Label>, PDone> sink) {
    labels.put(name, sink);
    return this;
  }

  /** Whether any sink takes verdicts, which cost something for every transaction. */
  public boolean wantVerdicts() {
    return !verdicts.isEmpty();
  }

  /**
   * Writes what was read of a topic.
   *
   * @param what they are, for people
   */
  public void writeRecords(String what, String topic, PCollection<LogRecord> all) {
    Map<String, PTransform<PCollection<LogRecord>, PDone>> ofTopic = new LinkedHashMap<>();
    records.forEach((place, sink) -> ofTopic.put(what + " to " + place, sink.topic(topic)));
    NewAnswers its = newAnswers;
    write(all, "New " + what.toLowerCase(Locale.ROOT), record -> its.isNew(topic, record), ofTopic);
  }

  public void writeAlerts(PCollection<Alert> ofPayments, PCollection<Alert> ofTotals) {
    PCollectionList<Alert> branches =
        PCollectionList.of(onlyNew(ofPayments, "New alerts", newAnswers::isNew))
            .and(onlyNew(ofTotals, "New alerts of totals", newAnswers::isNew));
    alerts.forEach(branches::apply);
  }

  public void writeDeadLetters(PCollection<DeadLetter> all) {
    write(all, "New dead letters", newAnswers::isNew, deadLetters);
  }

  public void writeLabels(String topic, PCollection<Label> all) {
    NewAnswers its = newAnswers;
    write(all, "New heard labels", label -> its.isNew(topic, label), labels);
  }

  public void writeVerdicts(PCollection<Verdict> all) {
    write(all, "New verdicts", newAnswers::isNew, verdicts);
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
    return newAnswers.newFrom() == NewAnswers.ALL.newFrom()
        ? all
        : all.apply(name, Filter.by(isNew)).setCoder(all.getCoder());
  }

  /** Merges branches for a sink with one input. */
  private static final class Together<T> extends PTransform<PCollectionList<T>, PDone> {
    private static final long serialVersionUID = 1L;

    private final PTransform<PCollection<T>, PDone> sink;

    Together(PTransform<PCollection<T>, PDone> sink) {
      this.sink = sink;
    }

    @Override
    public PDone expand(PCollectionList<T> branches) {
      return branches.apply("Together", Flatten.pCollections()).apply("Write", sink);
    }
  }
}
