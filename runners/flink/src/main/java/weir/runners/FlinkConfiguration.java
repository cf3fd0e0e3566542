package weir.runners;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import weir.failure.MisuseException;
import weir.options.WeirOptions;

/**
 * Settings that Flink reads only from its configuration file. If the user has such a file, nothing
 * is added to it.
 */
final class FlinkConfiguration {
  private static final String FOLDER_OF_ALL = "FLINK_CONF_DIR";

  /** Flink's own 100 ms are most of what an alert takes where traffic does not fill buffers. */
  private static final String PROMPT = "execution.buffer-timeout.interval: 20 ms\n";

  /**
   * Flink inside this process serves this machine only. Its usual 64 MB between the steps are too
   * little for a job with all sinks.
   */
  private static final String IN_THIS_PROCESS =
      """
      jobmanager.bind-host: 127.0.0.1
      taskmanager.bind-host: 127.0.0.1
      rest.bind-address: 127.0.0.1
      taskmanager.memory.network.min: 96 mb
      taskmanager.memory.network.max: 96 mb
      """;

  /**
   * A batch sorts in memory that Flink shares out to its steps, of which there are many. What Beam
   * groups it puts into one record for each key, which can be larger than the memory of a step.
   */
  private static final String TO_SORT =
      """
      taskmanager.memory.managed.size: 512 mb
      taskmanager.runtime.large-record-handler: true
      """;

  /** Shows its metrics to Prometheus. */
  private static final String METRICS =
      """
      metrics.reporter.weir.factory.class: %s
      metrics.reporter.weir.%s: %d
      """;

  private FlinkConfiguration() {}

  static void write(WeirOptions options) {
    FlinkPipelineOptions flink = options.as(FlinkPipelineOptions.class);
    Integer port = options.getMetricsPort();
    if (flink.getFlinkConfDir() != null || System.getenv(FOLDER_OF_ALL) != null) {
      if (port != null) {
        throw new MisuseException(
            "--metricsPort: set this in the flink-conf.yaml in --flinkConfDir or " + FOLDER_OF_ALL);
      }
      return;
    }
    boolean inThisProcess = flink.getFlinkMaster().startsWith("[");
    if (port != null && !inThisProcess) {
      throw new MisuseException(
          "--metricsPort: on a cluster, set this in the cluster's own configuration");
    }
    flink.setFlinkConfDir(
        folder(
            PROMPT
                + (inThisProcess ? IN_THIS_PROCESS : "")
                + (inThisProcess && !options.isStreaming() ? TO_SORT : "")
                + (port == null ? "" : metrics(port))));
  }

  private static String metrics(int port) {
    return METRICS.formatted(LoopbackReporter.Factory.class.getName(), LoopbackReporter.PORT, port);
  }

  private static String folder(String configuration) {
    try {
      Path folder = Files.createTempDirectory("weir-flink-");
      Path file = Files.writeString(folder.resolve("flink-conf.yaml"), configuration);
      folder.toFile().deleteOnExit();
      file.toFile().deleteOnExit();
      return folder.toString();
    } catch (IOException failed) {
      throw new UncheckedIOException(
          "cannot make a temporary folder for Flink's configuration", failed);
    }
  }
}
