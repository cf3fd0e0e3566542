package weir.lake.write;

import java.util.List;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.io.FileIO;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.windowing.AfterPane;
import org.apache.beam.sdk.transforms.windowing.AfterWatermark;
import org.apache.beam.sdk.transforms.windowing.FixedWindows;
import org.apache.beam.sdk.transforms.windowing.Window;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollection.IsBounded;
import org.apache.beam.sdk.values.PDone;
import org.joda.time.Duration;
import weir.fields.DeclaredField;
import weir.model.Alert;
import weir.model.DeadLetter;
import weir.model.LogRecord;
import weir.model.Verdict;

/**
 * Writes elements to files of a layer, each when its span of log time is over or when enough waits
 * for it. A file is there as a whole or not at all; a row may be in several, and readers keep the
 * one that has seen most.
 */
public final class WriteLayer<T> extends PTransform<PCollection<T>, PDone> {
  private static final long serialVersionUID = 1L;

  /**
   * How far behind the watermark an element may be and still be written. Within a partition log
   * times do not fall, and the watermark waits for the slowest partition, but on Spark not always;
   * without any end the engines would never forget a window.
   */
  private static final Duration PATIENCE = Duration.standardDays(2);

  private final LakeSettings lake;
  private final Layer<T> layer;

  private WriteLayer(LakeSettings lake, Layer<T> layer) {
    this.lake = lake;
    this.layer = layer;
  }

  public static WriteLayer<LogRecord> records(LakeSettings lake, String topic) {
    return new WriteLayer<>(lake, new RecordLayer(topic));
  }

  /**
   * Writes verdicts.
   *
   * @param declared the fields that the job's charter declares
   */
  public static WriteLayer<Verdict> verdicts(LakeSettings lake, List<DeclaredField> declared) {
    return new WriteLayer<>(lake, new TransactionLayer(declared));
  }

  public static WriteLayer<Alert> alerts(LakeSettings lake, String engine) {
    return new WriteLayer<>(lake, new AlertLayer(engine));
  }

  public static WriteLayer<DeadLetter> deadLetters(LakeSettings lake) {
    return new WriteLayer<>(lake, new DeadLetterLayer());
  }

  @Override
  public PDone expand(PCollection<T> elements) {
    elements
        .apply("Gather", ParDo.of(new GatherFn<>(layer)))
        .setCoder(new GatheredRowsCoder())
        .apply("Spans of log time", elements.isBounded() == IsBounded.BOUNDED ? all() : spans())
        .apply("Files", files());
    return PDone.in(elements.getPipeline());
  }

  /** Where all rows end, none waits for a bound. */
  private Window<GatheredRows> all() {
    return Window.into(FixedWindows.of(Duration.millis(lake.everyMillis())));
  }

  private Window<GatheredRows> spans() {
    return Window.<GatheredRows>into(FixedWindows.of(Duration.millis(lake.everyMillis())))
        .triggering(
            AfterWatermark.pastEndOfWindow()
                .withEarlyFirings(AfterPane.elementCountAtLeast(lake.bundles()))
                .withLateFirings(AfterPane.elementCountAtLeast(1)))
        .withAllowedLateness(PATIENCE, Window.ClosingBehavior.FIRE_IF_NON_EMPTY)
        .withOnTimeBehavior(Window.OnTimeBehavior.FIRE_IF_NON_EMPTY)
        .discardingFiredPanes();
  }

  /** With a fixed number of shards, because Spark refuses a number that the engine chooses. */
  private FileIO.Write<String, GatheredRows> files() {
    return FileIO.<String, GatheredRows>writeDynamic()
        .by(GatheredRows::folder)
        .withDestinationCoder(StringUtf8Coder.of())
        .via(new RowsSink(layer))
        .to(lake.folderOf(layer.folder()))
        .withTempDirectory(lake.folderOf(LakeSettings.UNFINISHED))
        .withNaming(UniqueNames::new)
        .withNumShards(lake.shards());
  }
}
