package weir.runners;

import weir.failure.MisuseException;
import weir.options.WeirOptions;

/** Shows the metrics of Spark inside this process to Prometheus, on loopback. */
final class SparkMetrics {
  private static final String SINK = "spark.metrics.conf.driver.sink.weir.";

  private SparkMetrics() {}

  /** Spark also reads its metrics settings from system properties. */
  static void open(WeirOptions options) {
    Integer port = options.getMetricsPort();
    if (port == null) {
      return;
    }
    if (!OnSpark.isInThisProcess(options)) {
      throw new MisuseException(
          "--metricsPort: on a cluster, set this in the cluster's own configuration");
    }
    System.setProperty(SINK + "class", PrometheusSink.class.getName());
    System.setProperty(SINK + PrometheusSink.PORT, port.toString());
  }
}
