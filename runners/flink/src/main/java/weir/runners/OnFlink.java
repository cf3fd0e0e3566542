package weir.runners;

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
        OnFlink::prepare,
        "--runner=FlinkRunner",
        "--objectReuse=true",
        "--sourcePerPartition=false",
        "--readBatch=200",
        "--maxBundleSize=10000",
        "--maxBundleTimeMills=50");
  }

  private static void prepare(WeirOptions options) {
    FlinkDelivery.check(options);
    FlinkSavepoint.check(options);
    FlinkConfiguration.write(options);
  }
}
