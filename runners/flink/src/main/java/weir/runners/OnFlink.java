package weir.runners;

import weir.job.WeirJob;
import weir.options.WeirOptions;

/**
 * Weir on the FlinkRunner. All values are immutable, so that nothing need be copied from step to
 * step; but what Beam accumulates in state is not, so that Flink must be able to copy it while it
 * writes a checkpoint. One source reads all partitions, so that the first steps work in its thread;
 * it reads many records at a time, because after each reading all metrics are brought up to date.
 * Bundles are short, because an alert leaves at the end of its bundle.
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
