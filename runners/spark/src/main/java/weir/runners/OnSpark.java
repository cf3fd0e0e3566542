package weir.runners;

import java.util.UUID;
import org.apache.beam.runners.spark.SparkPipelineOptions;
import weir.job.WeirJob;
import weir.options.WeirOptions;

/**
 * Weir on the SparkRunner. State is saved with every batch, because only then source and state are
 * restored from the same one; and a batch spends more of its time reading than Beam would, so that
 * a backlog goes quickly. Rows of the lake go into files with the batch they came in: Spark
 * computes a lost batch again with the watermark of now, and rows that wait for a watermark can be
 * lost by it. Spark reads the next batches while it judges the ones before, so an offset is
 * committed when that was long ago.
 */
public final class OnSpark {
  private OnSpark() {}

  public static void main(String[] args) {
    WeirJob.main(
        args,
        OnSpark::prepare,
        "--runner=SparkRunner",
        "--sparkMaster=local[2]",
        "--batchIntervalMillis=500",
        "--checkpointDurationMillis=500",
        "--lakeBundles=1",
        "--commitAfter=1 min",
        "--checkpointDir=" + System.getProperty("java.io.tmpdir") + "/weir-" + UUID.randomUUID());
  }

  private static void prepare(WeirOptions options) {
    SparkMetrics.open(options);
    if (isInThisProcess(options)) {
      // Spark's workers end the process when memory is not enough, before anybody says why.
      System.setProperty("spark.executor.killOnFatalError.depth", "0");
      WeirJob.endWhenPatienceEnds();
    }
  }

  /** Whether the workers are threads of this process: these try nothing twice. */
  static boolean isInThisProcess(WeirOptions options) {
    return options.as(SparkPipelineOptions.class).getSparkMaster().startsWith("local");
  }
}
