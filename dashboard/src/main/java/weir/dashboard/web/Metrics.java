package weir.dashboard.web;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import weir.dashboard.live.Lag;
import weir.dashboard.live.Live;

/** What Prometheus reads: the state of the log and of this server. */
final class Metrics {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  Metrics(Live live, Hub hub) {
    new JvmMemoryMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    FunctionCounter.builder("weir.alerts", live.rates(), rates -> rates.alertsInAll())
        .description("Alerts since this server started")
        .register(registry);
    gauge("weir.transactions.per.second", "Rate of the log", () -> live.rates().transactionRate());
    gauge(
        "weir.alerts.behind.log.seconds",
        "Between the newest record of the log and the newest alert",
        () -> seconds(live.lag()));
    gauge(
        "weir.records.unread",
        "Records of the log that the pipeline has not committed",
        () -> live.lag().unread());
    gauge(
        "weir.judging.stalled",
        "Whether transactions arrive without being judged",
        () -> live.stalledSince() == null ? 0 : 1);
    gauge("weir.kafka.up", "Whether Kafka answers", () -> live.kafka().isUp() ? 1 : 0);
    gauge("weir.postgres.up", "Whether PostgreSQL answers", () -> live.postgres().isUp() ? 1 : 0);
    gauge("weir.dashboard.listeners", "Pages that are open", hub::listeners);
    FunctionCounter.builder("weir.dashboard.listeners.dropped", hub, Hub::dropped)
        .description("Pages that were too slow and were disconnected")
        .register(registry);
  }

  /** NaN while it is unknown. */
  private void gauge(String name, String description, Supplier<@Nullable Number> value) {
    Gauge.builder(
            name,
            () -> {
              Number known = value.get();
              return known == null ? Double.NaN : known;
            })
        .description(description)
        .register(registry);
  }

  private static @Nullable Number seconds(Lag lag) {
    Long millis = lag.millis();
    return millis == null ? null : millis / 1000.0;
  }

  String scrape() {
    return registry.scrape();
  }
}
