package weir.job;

import java.util.Optional;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.Filter;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import weir.detect.Examine;
import weir.detect.HearLabels;
import weir.detect.JudgeAtKeys;
import weir.detect.JudgePerUser;
import weir.detect.SplitJudgements;
import weir.detect.TotalsPerUser;
import weir.groups.KeyGroups;
import weir.judge.Acceptance;
import weir.judge.Hearing;
import weir.model.Alert;
import weir.model.DeadLetter;
import weir.model.Label;
import weir.model.LogRecord;
import weir.options.WeirOptions;
import weir.sink.Sinks;

/** The pipeline as a table of contents: a transaction's way from the log to an alert. */
public final class WeirPipeline {
  private WeirPipeline() {}

  /**
   * A topic that is read.
   *
   * @param source what reads it
   */
  public record Topic(String name, PTransform<PBegin, PCollection<LogRecord>> source) {}

  /**
   * Builds the way from the topics to the sinks, which the caller chooses.
   *
   * @param labels where labels come from, for a charter that has them
   */
  public static void build(
      Pipeline pipeline, Rules rules, Topic transactions, Optional<Topic> labels, Sinks sinks) {

    String topic = transactions.name();
    KeyGroups groups = new KeyGroups(pipeline.getOptions().as(WeirOptions.class).getKeyGroups());
    PCollection<LogRecord> records = pipeline.apply("Read transactions", transactions.source());
    sinks.writeRecords("Records", topic, records);

    PCollectionTuple examined =
        records.apply("Examine", new Examine(Acceptance.of(rules.charter()), topic));

    PCollectionTuple split =
        examined
            .get(Examine.ACCEPTED)
            .apply(
                "Judge per user",
                new JudgePerUser(rules.judge(sinks.wantVerdicts()), rules.announcements(), groups))
            .apply(
                "Split judgements", new SplitJudgements(topic, rules.keyedIds(), rules.hasKeys()));

    PCollectionList<DeadLetter> deadLetters =
        PCollectionList.of(examined.get(Examine.REJECTED))
            .and(split.get(SplitJudgements.CONFLICTS));

    PCollectionTuple judged = split;
    if (labels.isPresent()) {
      PCollectionTuple heard = hear(pipeline, rules, labels.get(), sinks);
      PCollection<Label> said = heard.get(JudgeAtKeys.LABELS);
      sinks.writeLabels(labels.get().name(), said);
      judged =
          judged.and(
              JudgeAtKeys.LABELS,
              said.apply("Labels that matter", Filter.by(Hearing.of(rules.charter())::matters))
                  .setCoder(said.getCoder()));
      deadLetters = deadLetters.and(heard.get(HearLabels.REJECTED));
    }
    if (rules.hasKeys()) {
      judged =
          judged.apply(
              "Judge at keys",
              new JudgeAtKeys(
                  topic,
                  rules.keys(),
                  key -> rules.keyJudge(key, sinks.wantVerdicts()),
                  rules.keyedIds(),
                  rules.floor(),
                  groups));
    }

    PCollection<Alert> totals =
        split
            .get(SplitJudgements.TOWARDS_TOTALS)
            .apply(
                "Totals per user",
                new TotalsPerUser(
                    rules.charter(), rules.announcements(), rules.totalIds(), groups));

    sinks.writeAlerts(judged.get(SplitJudgements.ALERTS), totals);
    sinks.writeDeadLetters(deadLetters.apply("All dead letters", Flatten.pCollections()));
    if (sinks.wantVerdicts()) {
      sinks.writeVerdicts(judged.get(SplitJudgements.VERDICTS));
    }
  }

  private static PCollectionTuple hear(Pipeline pipeline, Rules rules, Topic labels, Sinks sinks) {
    PCollection<LogRecord> records = pipeline.apply("Read labels", labels.source());
    sinks.writeRecords("Labels", labels.name(), records);
    return records.apply("Hear labels", new HearLabels(Hearing.of(rules.charter()), labels.name()));
  }
}
