package weir.runners;

import java.util.UUID;
import weir.WeirJob;

/**
 * Weir on the SparkRunner. State is saved with every batch, because only then source and state are
 * restored from the same one; and a batch spends more of its time reading than Beam would, so that
 * a backlog goes quickly. What waits for a file of the lake is encoded anew whenever more comes, so
 * less of it waits. Spark reads the next batches while it judges the ones before, so an offset is
 * committed when that was long ago.
 */
public final class OnSpark {
  private OnSpark() {}

  public static void main(String[] args) {
    WeirJob.main(
        args,
        SparkMetrics::open,
        "--runner=SparkRunner",
        "--sparkMaster=local[2]",
        "--batchIntervalMillis=500",
        "--checkpointDurationMillis=500",
        "--lakeBundles=200",
        "--commitAfter=1 min",
        "--checkpointDir=" + System.getProperty("java.io.tmpdir") + "/weir-" + UUID.randomUUID());
  }
}
