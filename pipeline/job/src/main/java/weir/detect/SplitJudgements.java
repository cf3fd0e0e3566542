package weir.detect;

import java.util.Collection;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import weir.coders.AlertCoder;
import weir.coders.DeadLetterCoder;
import weir.coders.DossierCoder;
import weir.coders.TowardsTotalCoder;
import weir.coders.VerdictCoder;
import weir.meters.Meters;
import weir.model.Alert;
import weir.model.DeadLetter;
import weir.model.Dossier;
import weir.model.Judgement;
import weir.model.RejectReason;
import weir.model.Rejected;
import weir.model.TowardsTotal;
import weir.model.Verdict;

/** Splits the judge's one output by kind of judgement. */
public final class SplitJudgements extends PTransform<PCollection<Judgement>, PCollectionTuple> {
  private static final long serialVersionUID = 1L;

  private final String topic;
  private final Collection<String> ruleIds;
  private final boolean goOn;

  /**
   * The split.
   *
   * @param topic of the transactions that were judged
   * @param ruleIds of the rules that there are already: their counters can be seen from the start
   * @param goOn whether there are keys to which dossiers can go on
   */
  public SplitJudgements(String topic, Collection<String> ruleIds, boolean goOn) {
    this.topic = topic;
    this.ruleIds = ruleIds;
    this.goOn = goOn;
  }

  public static final TupleTag<Alert> ALERTS = new TupleTag<>("alerts") {};
  public static final TupleTag<Verdict> VERDICTS = new TupleTag<>("verdicts") {};
  public static final TupleTag<TowardsTotal> TOWARDS_TOTALS = new TupleTag<>("towards totals") {};
  public static final TupleTag<DeadLetter> CONFLICTS = new TupleTag<>("conflicts") {};
  public static final TupleTag<Dossier> DOSSIERS = new TupleTag<>("dossiers") {};

  @Override
  public PCollectionTuple expand(PCollection<Judgement> judgements) {
    TupleTagList others = TupleTagList.of(VERDICTS).and(TOWARDS_TOTALS).and(CONFLICTS);
    PCollectionTuple split =
        judgements.apply(
            "Split",
            ParDo.of(new SplitFn(topic, ruleIds))
                .withOutputTags(ALERTS, goOn ? others.and(DOSSIERS) : others));
    split.get(ALERTS).setCoder(AlertCoder.of());
    split.get(VERDICTS).setCoder(VerdictCoder.of());
    split.get(TOWARDS_TOTALS).setCoder(TowardsTotalCoder.of());
    split.get(CONFLICTS).setCoder(DeadLetterCoder.of());
    if (goOn) {
      split.get(DOSSIERS).setCoder(DossierCoder.of());
    }
    return split;
  }

  private static final class SplitFn extends DoFn<Judgement, Alert> {
    private static final long serialVersionUID = 1L;

    private static final long[] LATENCIES = {
      10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000, 30_000, 60_000, 600_000
    };

    private final String topic;
    private final Collection<String> ruleIds;
    private transient AlertTally alerts;

    /** Only of these alerts: how often a total is repeated depends on an engine's panes. */
    private transient Spread latency;

    private transient DeadLetterTally deadLetters;

    SplitFn(String topic, Collection<String> ruleIds) {
      this.topic = topic;
      this.ruleIds = ruleIds;
    }

    @Setup
    public void setUp() {
      alerts = new AlertTally(ruleIds);
      latency = new Spread(Meters.ALERT_LATENCY, LATENCIES);
      deadLetters = new DeadLetterTally(RejectReason.CONFLICTING_DUPLICATE);
    }

    @ProcessElement
    public void split(@Element Judgement judgement, MultiOutputReceiver out) {
      judgement.match(
          new Judgement.Cases<RuntimeException>() {
            @Override
            public void alert(Alert alert) {
              count(alert);
              out.get(ALERTS).output(alert);
            }

            @Override
            public void verdict(Verdict verdict) {
              out.get(VERDICTS).output(verdict);
            }

            @Override
            public void towardsTotal(TowardsTotal counted) {
              out.get(TOWARDS_TOTALS).output(counted);
            }

            @Override
            public void rejected(Rejected conflict) {
              deadLetters.add(conflict);
              out.get(CONFLICTS).output(new DeadLetter(topic, conflict));
            }

            @Override
            public void dossier(Dossier dossier) {
              out.get(DOSSIERS).output(dossier);
            }
          });
    }

    private void count(Alert alert) {
      alerts.add(alert);
      if (alert.isRaised()) {
        latency.add(Math.max(0, System.currentTimeMillis() - alert.eventTime()));
      }
    }

    @FinishBundle
    public void finishBundle() {
      alerts.tell();
      latency.tell();
      deadLetters.tell();
    }
  }
}
