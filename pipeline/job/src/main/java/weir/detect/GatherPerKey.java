package weir.detect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.ListCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.joda.time.Duration;
import org.joda.time.Instant;
import org.jspecify.annotations.Nullable;
import weir.coders.DossierCoder;
import weir.keys.Keys;
import weir.model.Dossier;

/**
 * Gathers what goes to each value of a key, as long as it comes close together. A late transaction
 * makes a key judge again all that are later, so it is much cheaper to judge many at once.
 */
final class GatherPerKey extends PTransform<PCollection<Dossier>, PCollectionTuple> {
  private static final long serialVersionUID = 1L;

  static final TupleTag<KV<String, List<Dossier>>> HERE = new TupleTag<>("here") {};
  static final TupleTag<Dossier> BEYOND = new TupleTag<>("beyond") {};

  private final Keys keys;
  private final int key;

  /**
   * Gathers by a key.
   *
   * @param key its place
   */
  GatherPerKey(Keys keys, int key) {
    this.keys = keys;
    this.key = key;
  }

  @Override
  public PCollectionTuple expand(PCollection<Dossier> dossiers) {
    PCollectionTuple parted =
        dossiers.apply(
            "Gather",
            ParDo.of(new GatherFn(keys, key)).withOutputTags(HERE, TupleTagList.of(BEYOND)));
    parted.get(HERE).setCoder(KvCoder.of(StringUtf8Coder.of(), ListCoder.of(DossierCoder.of())));
    parted.get(BEYOND).setCoder(DossierCoder.of());
    return parted;
  }

  private static final class GatherFn extends DoFn<Dossier, KV<String, List<Dossier>>> {
    private static final long serialVersionUID = 1L;

    private static final int MOST = 1000;
    private static final long LONGEST_NANOS = TimeUnit.MILLISECONDS.toNanos(3);

    private final Keys keys;
    private final int key;
    private transient Map<String, List<Dossier>> gathered = new LinkedHashMap<>();
    private transient int many;
    private transient long begun;
    private transient @Nullable Instant earliest;

    GatherFn(Keys keys, int key) {
      this.keys = keys;
      this.key = key;
    }

    @StartBundle
    public void startBundle() {
      clear();
    }

    private void clear() {
      gathered = new LinkedHashMap<>();
      many = 0;
      earliest = null;
    }

    @ProcessElement
    public void gather(@Element Dossier dossier, @Timestamp Instant time, MultiOutputReceiver out) {
      if (dossier.nextKey() != key) {
        out.get(BEYOND).output(dossier);
        return;
      }
      long now = System.nanoTime();
      if (many == 0) {
        begun = now;
      }
      String value = Objects.requireNonNull(keys.value(key, dossier.transaction()));
      gathered.computeIfAbsent(value, any -> new ArrayList<>()).add(dossier);
      many++;
      earliest = earliest == null || time.isBefore(earliest) ? time : earliest;
      if (many == MOST || now - begun > LONGEST_NANOS) {
        Instant first = earliest;
        gathered.forEach((one, all) -> out.get(HERE).outputWithTimestamp(KV.of(one, all), first));
        clear();
      }
    }

    @FinishBundle
    public void finishBundle(FinishBundleContext out) {
      if (earliest != null) {
        Instant first = earliest;
        gathered.forEach(
            (one, all) -> out.output(HERE, KV.of(one, all), first, GlobalWindow.INSTANCE));
      }
      clear();
    }

    /** What is gathered has the time of the earliest: nothing that comes of it is late. */
    @Override
    @SuppressWarnings("deprecation") // Nothing else allows it.
    public Duration getAllowedTimestampSkew() {
      return Duration.millis(Long.MAX_VALUE);
    }
  }
}
