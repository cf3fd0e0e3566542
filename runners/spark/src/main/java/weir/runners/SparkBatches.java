package weir.runners;

import org.apache.spark.TaskContext;
import weir.kafka.restart.TakenThrough;

/**
 * Spark reads its next batches while it works on an earlier one, but it works on one after the
 * other. So a step that works on a batch knows that all batches before it are through, and what was
 * read before the batch's time is in these.
 */
public final class SparkBatches implements TakenThrough {
  /** As Spark's JobScheduler calls the time of the batch that a task belongs to. */
  private static final String BATCH_TIME = "spark.streaming.internal.batchTime";

  /** What may lie between the clocks of the driver, which times batches, and of the workers. */
  private static final long CLOCKS_MILLIS = 10_000;

  @Override
  public long until() {
    TaskContext task = TaskContext.get();
    String time = task == null ? null : task.getLocalProperty(BATCH_TIME);
    return time == null ? Long.MIN_VALUE : Long.parseLong(time) - CLOCKS_MILLIS;
  }
}
