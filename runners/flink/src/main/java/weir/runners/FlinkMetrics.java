package weir.runners;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import weir.UsageException;
import weir.WeirOptions;

/** Shows the metrics of Flink inside this process to Prometheus, by Flink's own reporter. */
final class FlinkMetrics {
  private FlinkMetrics() {}

  /** Flink takes what it is told about metrics from the file of its configuration only. */
  static void open(WeirOptions options) {
    Integer port = options.getMetricsPort();
    if (port == null) {
      return;
    }
    FlinkPipelineOptions flink = options.as(FlinkPipelineOptions.class);
    if (flink.getFlinkConfDir() != null) {
      throw new UsageException("--metricsPort: tell it the flink-conf.yaml in --flinkConfDir");
    }
    if (!flink.getFlinkMaster().startsWith("[")) {
      throw new UsageException("--metricsPort: a cluster's own configuration says where they are");
    }
    try {
      Path folder = Files.createTempDirectory("weir-flink-");
      Files.writeString(
          folder.resolve("flink-conf.yaml"),
          """
          metrics.reporter.prom.factory.class: org.apache.flink.metrics.prometheus.PrometheusReporterFactory
          metrics.reporter.prom.port: %d
          """
              .formatted(port));
      flink.setFlinkConfDir(folder.toString());
    } catch (IOException failed) {
      throw new UncheckedIOException("no temporary folder for Flink's configuration", failed);
    }
  }
}
