package weir.runners;

import java.util.Arrays;
import java.util.List;
import weir.book.Charter;
import weir.job.Engine;
import weir.job.WeirJob;
import weir.options.WeirOptions;

/**
 * Weir on the FlinkRunner. All values are immutable, so nothing is copied from step to step. What
 * Beam accumulates in state is mutable, so Flink must still be able to copy it while it writes a
 * checkpoint. One source reads all partitions, so that the first steps run in its thread. It reads
 * many records at a time, because Flink updates all metrics after each read. Bundles are short,
 * because an alert leaves at the end of its bundle. A checkpoint ends bundles first: otherwise what
 * they hand on at their end lies in the checkpoint until something else arrives, and at the end of
 * a log nothing does.
 */
public final class OnFlink {
  static final List<String> DEFAULTS =
      List.of(
          "--runner=FlinkRunner",
          "--objectReuse=true",
          "--sourcePerPartition=false",
          "--readBatch=200",
          "--maxBundleSize=10000",
          "--maxBundleTimeMills=50",
          "--finishBundleBeforeCheckpointing=true");

  private OnFlink() {}

  public static void main(String[] args) {
    WeirJob.main(
        args,
        new Flink(Arrays.stream(args).anyMatch(each -> each.startsWith("--checkpointingInterval"))),
        DEFAULTS.toArray(String[]::new));
  }

  /**
   * What Flink does with the options.
   *
   * @param intervalGiven whether the command line says how often a checkpoint is made
   */
  private record Flink(boolean intervalGiven) implements Engine {
    @Override
    public void prepare(WeirOptions options) {
      FlinkDelivery.check(options);
      FlinkSavepoint.check(options);
      FlinkConfiguration.write(options);
    }

    @Override
    public void settle(WeirOptions options, Charter charter) {
      if (options.isStreaming()) {
        FlinkFloor.settle(options, charter, intervalGiven);
      }
    }

    /** It makes them of marks only when it recovers. */
    @Override
    public boolean makesReadersAnew() {
      return false;
    }
  }
}
