package weir.detect;

import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import weir.model.Alert;
import weir.model.AlertCoder;
import weir.model.Judgement;
import weir.model.Rejected;
import weir.model.RejectedCoder;
import weir.model.Spent;
import weir.model.SpentCoder;
import weir.model.Verdict;
import weir.model.VerdictCoder;

/** Takes the judge's one output apart: each kind of judgement goes a way of its own. */
public final class SplitJudgements extends PTransform<PCollection<Judgement>, PCollectionTuple> {
  private static final long serialVersionUID = 1L;

  public static final TupleTag<Alert> ALERTS = new TupleTag<>("alerts") {};
  public static final TupleTag<Verdict> VERDICTS = new TupleTag<>("verdicts") {};
  public static final TupleTag<Spent> SPENT = new TupleTag<>("spent") {};
  public static final TupleTag<Rejected> CONFLICTS = new TupleTag<>("conflicts") {};

  @Override
  public PCollectionTuple expand(PCollection<Judgement> judgements) {
    PCollectionTuple split =
        judgements.apply(
            "Split",
            ParDo.of(new SplitFn())
                .withOutputTags(ALERTS, TupleTagList.of(VERDICTS).and(SPENT).and(CONFLICTS)));
    split.get(ALERTS).setCoder(AlertCoder.of());
    split.get(VERDICTS).setCoder(VerdictCoder.of());
    split.get(SPENT).setCoder(SpentCoder.of());
    split.get(CONFLICTS).setCoder(RejectedCoder.of());
    return split;
  }

  private static final class SplitFn extends DoFn<Judgement, Alert> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void split(@Element Judgement judgement, MultiOutputReceiver out) {
      if (judgement instanceof Alert alert) {
        out.get(ALERTS).output(alert);
      } else if (judgement instanceof Verdict verdict) {
        out.get(VERDICTS).output(verdict);
      } else if (judgement instanceof Spent spent) {
        out.get(SPENT).output(spent);
      } else if (judgement instanceof Rejected conflict) {
        out.get(CONFLICTS).output(conflict);
      }
    }
  }
}
