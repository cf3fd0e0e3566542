package weir.runners;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.streaming.api.environment.ExecutionCheckpointingOptions;
import org.apache.flink.util.FileUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import weir.book.Charter;
import weir.failure.MisuseException;
import weir.options.WeirOptions;

/**
 * Steps that look at more keys than the user forget what lies below the floor, which only rises
 * when Flink completes a checkpoint. So such a job has checkpoints, whether somebody wants to go on
 * from them or not.
 */
final class FlinkFloor {
  private static final Logger LOG = LoggerFactory.getLogger(FlinkFloor.class);

  /** The floor of hours or days may lag a minute; each checkpoint writes the whole state. */
  static final Duration INTERVAL = Duration.ofMinutes(1);

  private static final long NO_CHECKPOINTS = -1;
  private static final int NO_RETRIES_SET = -1;
  private static final String FOLDER_OF_ALL = "FLINK_CONF_DIR";

  private FlinkFloor() {}

  /**
   * Sees to it that the floor rises.
   *
   * @param intervalGiven whether the command line says how often a checkpoint is made
   */
  static void settle(WeirOptions options, Charter charter, boolean intervalGiven) {
    if (charter.furtherKeys().isEmpty()) {
      return;
    }
    FlinkPipelineOptions flink = options.as(FlinkPipelineOptions.class);
    Configuration configuration = configuration(flink);
    checkIsAligned(flink, configuration);
    // What a step still had to hand on would be in the checkpoint, and not through all steps.
    flink.setFinishBundleBeforeCheckpointing(true);
    if (configuration.contains(ExecutionCheckpointingOptions.CHECKPOINTING_INTERVAL)
        || flink.getCheckpointingInterval() != NO_CHECKPOINTS) {
      return;
    }
    if (intervalGiven) {
      LOG.warn("Without checkpoints nothing is forgotten of the keys that the charter declares");
    } else if (hasPlace(flink, configuration)) {
      flink.setCheckpointingInterval(INTERVAL.toMillis());
    } else if (isInThisProcess(flink)) {
      flink.setCheckpointingInterval(INTERVAL.toMillis());
      flink.setStateBackend("filesystem");
      if (flink.getStateBackendStoragePath() == null) {
        flink.setStateBackendStoragePath(folder().toUri().toString());
      }
      // Nobody has asked for a job that starts again by itself.
      if (flink.getNumberOfExecutionRetries() == NO_RETRIES_SET) {
        flink.setNumberOfExecutionRetries(0);
      }
    } else {
      LOG.warn(
          "The charter declares keys, of which nothing is forgotten without checkpoints: set"
              + " --checkpointingInterval, --stateBackend and --stateBackendStoragePath");
    }
  }

  /** In others, records that no step has seen may be part of the checkpoint. */
  private static void checkIsAligned(FlinkPipelineOptions flink, Configuration configuration) {
    if (flink.getUnalignedCheckpointEnabled()
        || configuration.get(ExecutionCheckpointingOptions.ENABLE_UNALIGNED)) {
      throw new MisuseException(
          "--unalignedCheckpointEnabled: a charter with keys needs aligned checkpoints; leave it"
              + " out, and execution.checkpointing.unaligned in Flink's configuration");
    }
  }

  @SuppressWarnings("deprecation") // A factory can be given all the same.
  private static boolean hasPlace(FlinkPipelineOptions flink, Configuration configuration) {
    return flink.getStateBackend() != null
        || flink.getStateBackendFactory() != null
        || configuration.contains(CheckpointingOptions.CHECKPOINTS_DIRECTORY);
  }

  private static boolean isInThisProcess(FlinkPipelineOptions flink) {
    return flink.getFlinkMaster().startsWith("[") && System.getenv(FOLDER_OF_ALL) == null;
  }

  private static Configuration configuration(FlinkPipelineOptions flink) {
    String folder =
        flink.getFlinkConfDir() == null ? System.getenv(FOLDER_OF_ALL) : flink.getFlinkConfDir();
    return folder == null ? new Configuration() : GlobalConfiguration.loadConfiguration(folder);
  }

  /** It is of no use when the process has ended. */
  private static Path folder() {
    try {
      Path folder = Files.createTempDirectory("weir-flink-checkpoints-");
      Runtime.getRuntime()
          .addShutdownHook(new Thread(() -> FileUtils.deleteDirectoryQuietly(folder.toFile())));
      return folder;
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot make a temporary folder for checkpoints", failed);
    }
  }
}
