package weir.runners;

import java.util.Arrays;
import weir.book.Charter;
import weir.job.Engine;
import weir.job.WeirJob;
import weir.options.WeirOptions;

/**
 * Weir on the FlinkRunner. All values are immutable, so nothing is copied from step to step. What
 * Beam accumulates in state is mutable, so Flink must still be able to copy it while it writes a
 * checkpoint. One source reads all partitions, so that the first steps run in its thread. It reads
 * many records at a time, because Flink updates all metrics after each read. Bundles are short,
 * because an alert leaves at the end of its bundle.
 */
public final class OnFlink {
  private OnFlink() {}

  public static void main(String[] args) {
    WeirJob.main(
        args,
        new Flink(Arrays.stream(args).anyMatch(each -> each.startsWith("--checkpointingInterval"))),
        "--runner=FlinkRunner",
        "--objectReuse=true",
        "--sourcePerPartition=false",
        "--readBatch=200",
        "--maxBundleSize=10000",
        "--maxBundleTimeMills=50");
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
      FlinkFloor.settle(options, charter, intervalGiven);
    }

    /** It makes them of marks only when it recovers. */
    @Override
    public boolean makesReadersAnew() {
      return false;
    }
  }
}
