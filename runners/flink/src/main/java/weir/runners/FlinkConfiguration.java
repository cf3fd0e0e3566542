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

  /** Shows the metrics of Flink inside this process to Prometheus, by Flink's own reporter. */
  private static final String METRICS =
      """
      metrics.reporter.prom.factory.class: org.apache.flink.metrics.prometheus.PrometheusReporterFactory
      metrics.reporter.prom.port: %d
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
    if (port != null && !flink.getFlinkMaster().startsWith("[")) {
      throw new MisuseException(
          "--metricsPort: on a cluster, set this in the cluster's own configuration");
    }
    flink.setFlinkConfDir(folder(port == null ? PROMPT : PROMPT + METRICS.formatted(port)));
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
