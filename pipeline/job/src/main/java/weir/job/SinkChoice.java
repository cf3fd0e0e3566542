package weir.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import weir.console.ToConsole;
import weir.failure.MisuseException;
import weir.judge.NewAnswers;
import weir.kafka.KafkaSettings;
import weir.kafka.write.Deliveries;
import weir.kafka.write.RecordSizes;
import weir.kafka.write.TopicDelivery;
import weir.kafka.write.WriteAlerts;
import weir.kafka.write.WriteBranches;
import weir.kafka.write.WriteDeadLetters;
import weir.kafka.write.WriteSettings;
import weir.options.OptionValues;
import weir.options.WeirOptions;
import weir.sink.KeptRecords;
import weir.sink.Needs;
import weir.sink.Sink;
import weir.sink.SinkKind;
import weir.sink.Sinks;

/** The sinks that a command line asks for: the topics that every job has, and further ones. */
final class SinkChoice {
  private final WeirOptions options;
  private final TopicDelivery delivery;
  private final List<Sink> further;

  /**
   * A topic that is written.
   *
   * @param option the option that names it
   * @param largest how many bytes a record of it has at most
   */
  record Output(String option, String topic, int largest) {}

  private SinkChoice(WeirOptions options, TopicDelivery delivery, List<Sink> further) {
    this.options = options;
    this.delivery = delivery;
    this.further = further;
  }

  /** Checks the options; no server is asked yet. */
  static SinkChoice of(WeirOptions options) {
    return new SinkChoice(
        options,
        Deliveries.with(options.getDelivery()),
        SinkKind.all().stream().map(kind -> kind.of(options)).flatMap(Optional::stream).toList());
  }

  /** What they need of the job, all together. */
  Needs needs() {
    return further.stream().map(Sink::needs).reduce(delivery.needs(), Needs::and);
  }

  /** The records that one of them keeps. */
  Optional<KeptRecords> keptRecords() {
    return further.stream().map(Sink::keptRecords).flatMap(Optional::stream).findFirst();
  }

  /** The topics that are written. */
  List<Output> outputs() {
    List<Output> outputs = new ArrayList<>();
    outputs.add(new Output("alertTopic", options.getAlertTopic(), RecordSizes.alert()));
    outputs.add(new Output("shadowTopic", shadowTopic(), RecordSizes.alert()));
    outputs.add(
        new Output("deadLetterTopic", options.getDeadLetterTopic(), RecordSizes.deadLetter()));
    int branch = RecordSizes.branch();
    if (options.getLegitimateTopic() != null) {
      outputs.add(new Output("legitimateTopic", options.getLegitimateTopic(), branch));
    }
    if (options.getSuspiciousTopic() != null) {
      outputs.add(new Output("suspiciousTopic", options.getSuspiciousTopic(), branch));
    }
    return outputs;
  }

  private String shadowTopic() {
    String named = options.getShadowTopic();
    return named == null ? options.getAlertTopic() + ".shadow" : named;
  }

  /** The sinks, with everything made that they write to. */
  Sinks open(KafkaSettings kafka, Rules rules, NewAnswers newAnswers) {
    Sinks sinks = new Sinks(rules.announcements(), rules.declared(), newAnswers);
    toTopics(kafka, outputs().stream().mapToInt(Output::largest).max().orElseThrow(), sinks);
    addFurther(sinks);
    return sinks;
  }

  private void addFurther(Sinks sinks) {
    further.forEach(sink -> sink.addTo(sinks));
    if (options.getConsole()) {
      sinks
          .alerts("Print alerts", ToConsole.alerts())
          .deadLetters("Print dead letters", ToConsole.deadLetters());
    }
  }

  /**
   * Refuses sinks that do not take the answers to a whole log.
   *
   * @param option the one that names the log
   */
  void checkForWholeLog(String option) {
    if (!further.stream().allMatch(Sink::takesWholeLogs)) {
      throw new MisuseException(
          option + ": the answers go to a lake (--lake); leave out the options of other sinks");
    }
    if (further.isEmpty() && !options.getConsole()) {
      throw new MisuseException(
          option + ": say where the answers go: --lake=FOLDER, or --console to look at them");
    }
  }

  /** The sinks of a job that knows no Kafka. What was read is there already. */
  Sinks openForWholeLog(Rules rules) {
    Sinks sinks = new Sinks(rules.announcements(), rules.declared());
    addFurther(sinks);
    return sinks.withoutRecords();
  }

  private void toTopics(KafkaSettings kafka, int largestRecord, Sinks sinks) {
    WriteSettings writing =
        new WriteSettings(kafka, delivery, options.getInputTopic(), largestRecord);
    sinks.alertsByBranch(
        "Write alerts",
        new WriteAlerts(
            writing, options.getAlertTopic(), shadowTopic(), OptionValues.engine(options)));
    sinks.deadLetters(
        "Write dead letters", new WriteDeadLetters(writing, options.getDeadLetterTopic()));
    String legitimate = options.getLegitimateTopic();
    String suspicious = options.getSuspiciousTopic();
    if (legitimate != null || suspicious != null) {
      sinks.verdicts("Write branches", new WriteBranches(writing, legitimate, suspicious));
    }
  }
}
