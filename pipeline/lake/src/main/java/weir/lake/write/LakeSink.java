package weir.lake.write;

import java.util.Optional;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.FileStagingOptions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import weir.failure.MisuseException;
import weir.lake.read.KeptInLake;
import weir.options.OptionValues;
import weir.options.WeirOptions;
import weir.sink.KeptRecords;
import weir.sink.Needs;
import weir.sink.Sink;
import weir.sink.SinkKind;
import weir.sink.Sinks;

/** Records, transactions and alerts in the files of a lake. */
final class LakeSink implements Sink {
  /** How long it may take until the engine's watermark has caught up with what was read. */
  private static final long SETTLE_MILLIS = 10_000;

  private static final Logger LOG = LoggerFactory.getLogger(LakeSink.class);

  private final LakeSettings lake;
  private final WeirOptions options;

  private LakeSink(LakeSettings lake, WeirOptions options) {
    this.lake = lake;
    this.options = options;
  }

  /** Used if {@code --lake} is set. */
  public static final class Kind implements SinkKind {
    @Override
    public Optional<Sink> of(WeirOptions options) {
      LakeOptions ours = options.as(LakeOptions.class);
      return Optional.ofNullable(ours.getLake())
          .map(folder -> new LakeSink(settings(folder, ours), options));
    }
  }

  private static LakeSettings settings(String folder, LakeOptions ours) {
    try {
      long every = OptionValues.millis("lakeEvery", ours.getLakeEvery());
      LakeSettings lake =
          LakeSettings.of(folder, every, ours.getLakeBundles(), ours.getLakeShards());
      checkIsNoOther(lake, ours.getInputLake());
      // Otherwise an unknown scheme would fail only when the first file is written.
      FileSystems.setDefaultPipelineOptions(ours);
      FileSystems.matchNewResource(lake.folder(), /* isDirectory= */ true);
      lake.fileInItsPlace()
          .ifPresent(
              file -> {
                throw new MisuseException("--lake: " + file + " is a file, expected a folder");
              });
      lake.whyNotWritable().ifPresent(why -> refuse(why, ours));
      return lake;
    } catch (IllegalArgumentException wrong) {
      throw new MisuseException("--lake...: " + wrong.getMessage());
    }
  }

  /** Answers of other rules would be among those of the lake that is read. */
  private static void checkIsNoOther(LakeSettings lake, @Nullable String input) {
    if (input != null && lake.bronze().equals(LakeSettings.bronzeOf(input))) {
      throw new MisuseException(
          "--lake: " + input + " is the lake that is read; name another folder for the answers");
    }
  }

  /**
   * Workers of a cluster may have the folder although it is not to be had where they are sent from.
   */
  private static void refuse(String why, LakeOptions ours) {
    if (ours.as(FileStagingOptions.class).getFilesToStage() == null) {
      throw new MisuseException("--lake: " + why);
    }
    LOG.warn("--lake: {}, on this machine; the workers of the cluster must be able to", why);
  }

  /** Rows wait until their span of log time is over. */
  @Override
  public Needs needs() {
    return new Needs(SETTLE_MILLIS, lake.everyMillis());
  }

  @Override
  public boolean takesWholeLogs() {
    return true;
  }

  @Override
  public Optional<KeptRecords> keptRecords() {
    return Optional.of(new KeptInLake(lake.bronze()));
  }

  @Override
  public void addTo(Sinks sinks) {
    sinks
        .records("the lake", topic -> WriteLayer.records(lake, topic))
        .verdicts("Transactions to the lake", WriteLayer.verdicts(lake, sinks.declared()))
        .alerts("Alerts to the lake", WriteLayer.alerts(lake, OptionValues.engine(options)));
    // Between topics they have a topic of their own.
    if (options.as(LakeOptions.class).getInputLake() != null) {
      sinks.deadLetters("Dead letters to the lake", WriteLayer.deadLetters(lake));
    }
  }
}
