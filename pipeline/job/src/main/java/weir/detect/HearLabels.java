package weir.detect;

import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import weir.coders.DeadLetterCoder;
import weir.coders.LabelCoder;
import weir.judge.Hearing;
import weir.meters.Meters;
import weir.model.DeadLetter;
import weir.model.Label;
import weir.model.LogRecord;
import weir.model.RejectReason;
import weir.model.Rejected;

/** Splits what was read of the topic of labels into labels and records that are none. */
public final class HearLabels extends PTransform<PCollection<LogRecord>, PCollectionTuple> {
  private static final long serialVersionUID = 1L;

  public static final TupleTag<DeadLetter> REJECTED = new TupleTag<>("no labels") {};

  private final Hearing hearing;
  private final String topic;

  public HearLabels(Hearing hearing, String topic) {
    this.hearing = hearing;
    this.topic = topic;
  }

  @Override
  public PCollectionTuple expand(PCollection<LogRecord> records) {
    PCollectionTuple heard =
        records.apply(
            "Examine each label",
            ParDo.of(new HearFn(hearing, topic))
                .withOutputTags(JudgeAtKeys.LABELS, TupleTagList.of(REJECTED)));
    heard.get(JudgeAtKeys.LABELS).setCoder(LabelCoder.of());
    heard.get(REJECTED).setCoder(DeadLetterCoder.of());
    return heard;
  }

  private static final class HearFn extends DoFn<LogRecord, Label> {
    private static final long serialVersionUID = 1L;

    private final Hearing hearing;
    private final String topic;
    private transient Tally labels;
    private transient DeadLetterTally deadLetters;

    HearFn(Hearing hearing, String topic) {
      this.hearing = hearing;
      this.topic = topic;
    }

    @Setup
    public void setUp() {
      labels = new Tally(Meters.LABELS);
      deadLetters =
          new DeadLetterTally(RejectReason.MALFORMED, RejectReason.LATE, RejectReason.FUTURE);
    }

    @ProcessElement
    public void hear(@Element LogRecord record, MultiOutputReceiver out) {
      hearing.examine(
          record,
          new Hearing.Cases() {
            @Override
            public void heard(Label label) {
              labels.add(1);
              out.get(JudgeAtKeys.LABELS).output(label);
            }

            @Override
            public void rejected(Rejected rejected) {
              deadLetters.add(rejected);
              out.get(REJECTED).output(new DeadLetter(topic, rejected));
            }
          });
    }

    @FinishBundle
    public void finishBundle() {
      labels.tell();
      deadLetters.tell();
    }
  }
}
