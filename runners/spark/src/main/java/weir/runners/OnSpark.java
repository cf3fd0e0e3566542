package weir.runners;

import java.util.UUID;
import org.apache.beam.runners.spark.SparkPipelineOptions;
import weir.job.WeirJob;
import weir.options.WeirOptions;

/**
 * Weir on the SparkRunner. State is saved with every batch: only then are source and state restored
 * from the same batch. A batch reads for longer than Beam's default, so that a backlog goes
 * quickly. Rows of the lake go into files with the batch that brought them: Spark recomputes a lost
 * batch with the current watermark, so rows that wait for the watermark can be lost. Spark reads
 * the next batches while it still judges earlier ones, so offsets are committed with a long delay.
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
      // When memory runs out, Spark's workers would end the process before the reason is printed.
      System.setProperty("spark.executor.killOnFatalError.depth", "0");
      WeirJob.endWhenPatienceEnds();
    }
  }

  /** Whether the workers are threads of this process, which never retry. */
  static boolean isInThisProcess(WeirOptions options) {
    return options.as(SparkPipelineOptions.class).getSparkMaster().startsWith("local");
  }
}
