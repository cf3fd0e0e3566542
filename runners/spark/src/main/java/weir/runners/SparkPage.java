package weir.runners;

import static org.apache.beam.runners.core.metrics.MetricsContainerStepMap.asAttemptedOnlyMetricResults;

import com.codahale.metrics.MetricRegistry;
import java.util.regex.Pattern;
import org.apache.beam.runners.spark.metrics.MetricsAccumulator;
import org.apache.beam.sdk.metrics.MetricKey;
import org.apache.beam.sdk.metrics.MetricQueryResults;

/** The metrics of Spark's driver, as text in the form that Prometheus reads. */
final class SparkPage {
  private static final String PREFIX = "spark_driver_";
  private static final Pattern NOT_IN_NAMES = Pattern.compile("[^a-zA-Z0-9_]");

  /** The gauge that is all of Beam's metrics; it is there once there are any. */
  private static final String BEAM = ".Beam.Metrics";

  /** Names begin with the application's id, and those of batches with its name besides. */
  private static final Pattern WHOSE =
      Pattern.compile("^[^.]*\\.driver\\.(.*\\.(?=StreamingMetrics\\.))?");

  private final MetricRegistry registry;
  private final StringBuilder text = new StringBuilder();

  private SparkPage(MetricRegistry registry) {
    this.registry = registry;
  }

  static String of(MetricRegistry registry) {
    SparkPage page = new SparkPage(registry);
    page.write();
    return page.text.toString();
  }

  private void write() {
    registry
        .getGauges()
        .forEach(
            (name, gauge) -> {
              if (name.endsWith(BEAM)) {
                writeBeam();
              } else if (gauge.getValue() instanceof Number number) {
                line(WHOSE.matcher(name).replaceFirst(""), "", number);
              }
            });
    registry
        .getCounters()
        .forEach(
            (name, counter) -> line(WHOSE.matcher(name).replaceFirst(""), "", counter.getCount()));
  }

  private void writeBeam() {
    MetricQueryResults all =
        asAttemptedOnlyMetricResults(MetricsAccumulator.getInstance().value()).allMetrics();
    all.getCounters().forEach(each -> beamLine(each.getKey(), each.getAttempted()));
    all.getGauges().forEach(each -> beamLine(each.getKey(), each.getAttempted().getValue()));
  }

  private void beamLine(MetricKey key, Number value) {
    String step = key.stepName() == null ? "" : key.stepName();
    line(
        key.metricName().getNamespace() + "_" + key.metricName().getName(),
        "{step=\"" + step.replace("\\", "\\\\").replace("\"", "\\\"") + "\"}",
        value);
  }

  private void line(String name, String labels, Number value) {
    text.append(PREFIX)
        .append(NOT_IN_NAMES.matcher(name).replaceAll("_"))
        .append(labels)
        .append(' ')
        .append(value)
        .append('\n');
  }
}
