package weir.detect;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
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
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.joda.time.Duration;
import org.joda.time.Instant;
import org.jspecify.annotations.Nullable;
import weir.coders.AtKeyCoder;
import weir.judge.AtKey;
import weir.keys.Keys;
import weir.model.Dossier;

/**
 * Gathers what goes to each value of each key, as long as it comes close together, or in a backlog
 * as long as a bundle lasts. A late transaction makes a key judge again all that are later, so it
 * is much cheaper to judge many at once. What goes to a later key does not pass through the one
 * before.
 */
final class GatherPerKey extends PTransform<PCollection<Dossier>, PCollectionTuple> {
  private static final long serialVersionUID = 1L;

  private final Keys keys;
  private final int first;

  /**
   * Gathers what goes to any of these keys.
   *
   * @param first the place of the first; it and all that come after it
   */
  GatherPerKey(Keys keys, int first) {
    this.keys = keys;
    this.first = first;
  }

  /** Under which a key's are among the results. */
  static TupleTag<KV<String, AtKey>> to(int key) {
    return new TupleTag<KV<String, AtKey>>("key-" + key) {};
  }

  @Override
  public PCollectionTuple expand(PCollection<Dossier> dossiers) {
    TupleTagList others = TupleTagList.empty();
    for (int key = first + 1; key < keys.size(); key++) {
      others = others.and(to(key));
    }
    // Where all dossiers end, the judges put them in order, by the time of each.
    DoFn<Dossier, KV<String, AtKey>> gather =
        dossiers.isBounded() == IsBounded.BOUNDED ? new EachFn(keys) : new GatherFn(keys);
    PCollectionTuple gathered =
        dossiers.apply("Gather", ParDo.of(gather).withOutputTags(to(first), others));
    for (int key = first; key < keys.size(); key++) {
      gathered.get(to(key)).setCoder(KvCoder.of(StringUtf8Coder.of(), AtKeyCoder.of()));
    }
    return gathered;
  }

  private static String valueOf(Keys keys, Dossier dossier) {
    return Objects.requireNonNull(keys.value(dossier.nextKey(), dossier.transaction()));
  }

  private static final class EachFn extends DoFn<Dossier, KV<String, AtKey>> {
    private static final long serialVersionUID = 1L;

    private final Keys keys;

    EachFn(Keys keys) {
      this.keys = keys;
    }

    @ProcessElement
    public void send(@Element Dossier dossier, MultiOutputReceiver out) {
      out.get(to(dossier.nextKey()))
          .output(KV.of(valueOf(keys, dossier), AtKey.dossiers(List.of(dossier))));
    }
  }

  private static final class GatherFn extends DoFn<Dossier, KV<String, AtKey>> {
    private static final long serialVersionUID = 1L;

    private static final int MOST = 100_000;
    private static final long LONGEST_NANOS = TimeUnit.MILLISECONDS.toNanos(3);

    /** What reached the log longer ago than this can wait for the end of the bundle as well. */
    private static final long OLD_MILLIS = 200;

    private final Keys keys;
    private transient @Nullable GatheredPerKey<Dossier> gathered;
    private transient long begun;

    GatherFn(Keys keys) {
      this.keys = keys;
    }

    @StartBundle
    public void startBundle() {
      gathered = new GatheredPerKey<>(keys.size(), AtKey::dossiers);
    }

    @ProcessElement
    public void gather(@Element Dossier dossier, @Timestamp Instant time, MultiOutputReceiver out) {
      GatheredPerKey<Dossier> all = Objects.requireNonNull(gathered);
      long now = System.nanoTime();
      if (all.many() == 0) {
        begun = now;
      }
      all.add(dossier.nextKey(), valueOf(keys, dossier), dossier, time);
      if (all.many() == MOST || (now - begun > LONGEST_NANOS && !isOld(dossier))) {
        Instant first = Objects.requireNonNull(all.earliest());
        all.handOn((tag, each) -> out.get(tag).outputWithTimestamp(each, first));
      }
    }

    private static boolean isOld(Dossier dossier) {
      return System.currentTimeMillis() - dossier.logTime() > OLD_MILLIS;
    }

    @FinishBundle
    public void finishBundle(FinishBundleContext out) {
      GatheredPerKey<Dossier> all = Objects.requireNonNull(gathered);
      Instant first = all.earliest();
      if (first != null) {
        all.handOn((tag, each) -> out.output(tag, each, first, GlobalWindow.INSTANCE));
      }
    }

    /** What is gathered has the time of the earliest. */
    @Override
    @SuppressWarnings("deprecation") // Nothing else allows it.
    public Duration getAllowedTimestampSkew() {
      return Duration.millis(Long.MAX_VALUE);
    }
  }
}
