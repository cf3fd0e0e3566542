package weir.runners;

import org.apache.beam.runners.flink.FlinkPipelineOptions;
import weir.failure.MisuseException;
import weir.options.Delivery;
import weir.options.WeirOptions;

/** Exactly-once answers wait for a checkpoint, so there must be checkpoints, and exact ones. */
final class FlinkDelivery {
  private static final String EXACT = "EXACTLY_ONCE";

  private FlinkDelivery() {}

  static void check(WeirOptions options) {
    FlinkPipelineOptions flink = options.as(FlinkPipelineOptions.class);
    if (options.getDelivery() == Delivery.EXACTLY_ONCE
        && (flink.getCheckpointingInterval() < 1 || !EXACT.equals(flink.getCheckpointingMode()))) {
      throw new MisuseException(
          "--delivery=exactly-once needs checkpoints: set --checkpointingInterval=MILLIS, and"
              + " --checkpointingMode to nothing but "
              + EXACT);
    }
  }
}
