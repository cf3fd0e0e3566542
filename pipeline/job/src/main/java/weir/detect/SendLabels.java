package weir.detect;

import java.util.List;
import java.util.Objects;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollection.IsBounded;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTagList;
import org.joda.time.Instant;
import org.jspecify.annotations.Nullable;
import weir.coders.AtKeyCoder;
import weir.judge.AtKey;
import weir.keys.Keys;
import weir.model.Label;

/**
 * Sends labels straight to each key of which their payment has a value: to each value all of a
 * bundle at once, for each time a value is looked at costs as much as its history.
 */
final class SendLabels extends PTransform<PCollection<Label>, PCollectionTuple> {
  private static final long serialVersionUID = 1L;

  private final int keys;

  SendLabels(Keys keys) {
    this.keys = keys.size();
  }

  @Override
  public PCollectionTuple expand(PCollection<Label> labels) {
    TupleTagList others = TupleTagList.empty();
    for (int key = 1; key < keys; key++) {
      others = others.and(GatherPerKey.to(key));
    }
    DoFn<Label, KV<String, AtKey>> send =
        labels.isBounded() == IsBounded.BOUNDED ? new EachFn() : new SendFn(keys);
    PCollectionTuple sent =
        labels.apply("Send", ParDo.of(send).withOutputTags(GatherPerKey.to(0), others));
    for (int key = 0; key < keys; key++) {
      sent.get(GatherPerKey.to(key)).setCoder(KvCoder.of(StringUtf8Coder.of(), AtKeyCoder.of()));
    }
    return sent;
  }

  /** Where all labels end, the judges put them in order, by the time of each. */
  private static final class EachFn extends DoFn<Label, KV<String, AtKey>> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void send(@Element Label label, MultiOutputReceiver out) {
      for (int key = 0; key < label.keys().size(); key++) {
        String value = label.keys().get(key);
        if (value != null) {
          out.get(GatherPerKey.to(key)).output(KV.of(value, new AtKey(List.of(), List.of(label))));
        }
      }
    }
  }

  private static final class SendFn extends DoFn<Label, KV<String, AtKey>> {
    private static final long serialVersionUID = 1L;

    private final int keys;
    private transient @Nullable GatheredPerKey<Label> gathered;

    SendFn(int keys) {
      this.keys = keys;
    }

    @StartBundle
    public void startBundle() {
      gathered = new GatheredPerKey<>(keys, all -> new AtKey(List.of(), all));
    }

    @ProcessElement
    public void gather(@Element Label label, @Timestamp Instant time) {
      for (int key = 0; key < label.keys().size(); key++) {
        String value = label.keys().get(key);
        if (value != null) {
          Objects.requireNonNull(gathered).add(key, value, label, time);
        }
      }
    }

    @FinishBundle
    public void finishBundle(FinishBundleContext out) {
      GatheredPerKey<Label> all = Objects.requireNonNull(gathered);
      Instant first = all.earliest();
      if (first != null) {
        all.handOn((tag, each) -> out.output(tag, each, first, GlobalWindow.INSTANCE));
      }
    }
  }
}
