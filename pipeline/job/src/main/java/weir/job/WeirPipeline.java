package weir.job;

import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import weir.detect.Examine;
import weir.detect.JudgeAtKeys;
import weir.detect.JudgePerUser;
import weir.detect.SplitJudgements;
import weir.detect.TotalsPerUser;
import weir.judge.Acceptance;
import weir.model.Alert;
import weir.model.LogRecord;
import weir.sink.Sinks;

/** The pipeline as a table of contents: a transaction's way from the log to an alert. */
public final class WeirPipeline {
  private WeirPipeline() {}

  /** Builds the way from the source to the sinks, which the caller chooses. */
  public static void build(
      Pipeline pipeline,
      Rules rules,
      PTransform<PBegin, PCollection<LogRecord>> source,
      Sinks sinks) {

    PCollection<LogRecord> records = pipeline.apply("Read transactions", source);
    sinks.writeRecords(records);

    PCollectionTuple examined =
        records.apply("Examine", new Examine(Acceptance.of(rules.charter())));

    PCollectionTuple split =
        examined
            .get(Examine.ACCEPTED)
            .apply(
                "Judge per user",
                new JudgePerUser(rules.judge(sinks.wantVerdicts()), rules.announcements()))
            .apply("Split judgements", new SplitJudgements(rules.keyedIds(), rules.hasKeys()));

    PCollectionTuple judged =
        rules.hasKeys()
            ? split.apply(
                "Judge at keys",
                new JudgeAtKeys(
                    rules.keys(),
                    key -> rules.keyJudge(key, sinks.wantVerdicts()),
                    rules.keyedIds(),
                    rules.floor()))
            : split;

    PCollection<Alert> totals =
        split
            .get(SplitJudgements.TOWARDS_TOTALS)
            .apply(
                "Totals per user",
                new TotalsPerUser(rules.charter(), rules.announcements(), rules.totalIds()));

    sinks.writeAlerts(judged.get(SplitJudgements.ALERTS), totals);
    sinks.writeDeadLetters(
        PCollectionList.of(examined.get(Examine.REJECTED))
            .and(split.get(SplitJudgements.CONFLICTS))
            .apply("All dead letters", Flatten.pCollections()));
    if (sinks.wantVerdicts()) {
      sinks.writeVerdicts(judged.get(SplitJudgements.VERDICTS));
    }
  }
}
