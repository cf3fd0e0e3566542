package weir.dashboard.web;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import weir.dashboard.live.Lag;
import weir.dashboard.live.Live;
import weir.labels.RuleScores;
import weir.labels.RuleScores.OfMoney;
import weir.labels.RuleScores.OfRule;

/** What Prometheus reads: the state of the log and of this server. */
final class Metrics {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  private final Live live;
  private final MultiGauge alerts;
  private final MultiGauge precision;
  private final MultiGauge recall;
  private final MultiGauge money;

  /**
   * Of this state.
   *
   * @param more what other parts measure
   */
  Metrics(Live live, Hub hub, List<MeterBinder> more) {
    this.live = live;
    alerts = gauges("weir.rule.alerts", "Alerts of a rule about payments, as they stand");
    precision = gauges("weir.rule.precision", "Part of a rule's alerts that are labelled as fraud");
    recall = gauges("weir.rule.recall", "Part of the labelled frauds that a rule has raised");
    money = gauges("weir.fraud.money", "What was paid in labelled frauds");
    new JvmMemoryMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    more.forEach(each -> each.bindTo(registry));
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

  private MultiGauge gauges(String name, String description) {
    return MultiGauge.builder(name).description(description).register(registry);
  }

  String scrape() {
    RuleScores scores = Objects.requireNonNull(live.scores().get());
    alerts.register(rows(scores, OfRule::alerts), /* overwrite= */ true);
    precision.register(rows(scores, OfRule::precision), /* overwrite= */ true);
    recall.register(rows(scores, OfRule::recall), /* overwrite= */ true);
    List<MultiGauge.Row<?>> paid = new ArrayList<>();
    for (OfMoney each : scores.money()) {
      paid.add(MultiGauge.Row.of(of(each, "caught"), each.caught()));
      paid.add(MultiGauge.Row.of(of(each, "missed"), each.missed()));
    }
    money.register(paid, /* overwrite= */ true);
    return registry.scrape();
  }

  private static Tags of(OfMoney each, String outcome) {
    return Tags.of("currency", each.currency(), "outcome", outcome);
  }

  private static List<MultiGauge.Row<?>> rows(
      RuleScores scores, Function<OfRule, @Nullable Number> figure) {
    List<MultiGauge.Row<?>> rows = new ArrayList<>();
    for (OfRule each : scores.rules()) {
      Number known = figure.apply(each);
      rows.add(
          MultiGauge.Row.of(
              Tags.of(
                  "rule",
                  each.rule(),
                  "version",
                  String.valueOf(each.version()),
                  "mode",
                  each.mode()),
              known == null ? Double.NaN : known));
    }
    return rows;
  }
}
