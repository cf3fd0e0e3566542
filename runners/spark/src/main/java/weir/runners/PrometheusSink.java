package weir.runners;

import com.codahale.metrics.MetricRegistry;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.apache.spark.metrics.sink.Sink;

/**
 * A sink of Spark's metrics that Prometheus reads, with the pipeline's own among them. Spark's
 * servlet for Prometheus cannot show these: Beam hands Spark all of them as one gauge whose value
 * is a map, which the servlet prints as it is, and Prometheus refuses the whole page.
 */
public final class PrometheusSink implements Sink {
  static final String PORT = "port";
  private static final String HOST = "host";
  private static final String LOOPBACK = "127.0.0.1";

  private final MetricRegistry registry;
  private final HttpServer server;

  /** As Spark makes it, by the properties that stand under its name in Spark's configuration. */
  public PrometheusSink(Properties properties, MetricRegistry registry) {
    this.registry = registry;
    int port = Integer.parseInt(properties.getProperty(PORT));
    InetSocketAddress address = new InetSocketAddress(properties.getProperty(HOST, LOOPBACK), port);
    try {
      server = HttpServer.create(address, 0);
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot serve the metrics on " + address, failed);
    }
    server.createContext("/metrics", this::answer);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] text = SparkPage.of(registry).getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
      exchange.sendResponseHeaders(200, text.length);
      exchange.getResponseBody().write(text);
    }
  }

  /**
   * Its thread is a daemon, like the one that starts it, so the page cannot keep a finished job
   * alive.
   */
  @Override
  public void start() {
    Thread starter = new Thread(server::start, "weir-metrics");
    starter.setDaemon(true);
    starter.start();
  }

  @Override
  public void stop() {
    server.stop(0);
  }

  @Override
  public void report() {
    // Prometheus asks.
  }
}
