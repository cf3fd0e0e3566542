package weir.runners;

import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.exporter.HTTPServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Properties;
import org.apache.flink.metrics.prometheus.AbstractPrometheusReporter;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.metrics.reporter.MetricReporterFactory;

/** Flink's reporter for Prometheus on loopback: Flink's own server listens on all addresses. */
public final class LoopbackReporter extends AbstractPrometheusReporter {
  static final String PORT = "port";

  private final HTTPServer server;

  private LoopbackReporter(int port) {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    try {
      server = new HTTPServer(address, metrics(), /* daemon= */ true);
    } catch (IOException failed) {
      throw new UncheckedIOException("metrics cannot be shown on " + address, failed);
    }
  }

  /** Flink keeps them to its own package. */
  private CollectorRegistry metrics() {
    try {
      Field registry = AbstractPrometheusReporter.class.getDeclaredField("registry");
      registry.setAccessible(true);
      return (CollectorRegistry) registry.get(this);
    } catch (ReflectiveOperationException otherFlink) {
      throw new IllegalStateException("this Flink keeps its metrics elsewhere", otherFlink);
    }
  }

  @Override
  public void close() {
    server.stop();
    super.close();
  }

  /** Flink finds it as a service, and makes a reporter if its configuration names it. */
  public static final class Factory implements MetricReporterFactory {
    @Override
    public MetricReporter createMetricReporter(Properties properties) {
      return new LoopbackReporter(Integer.parseInt(properties.getProperty(PORT)));
    }
  }
}
