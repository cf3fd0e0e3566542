package weir.bench.ladder.latency;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;
import weir.bench.ladder.arena.Contestant;
import weir.bench.ladder.report.Plot;
import weir.bench.ladder.report.Slope;
import weir.text.Table;

/**
 * How long alerts took at one load, in milliseconds.
 *
 * @param max the greatest rate that the contestant could bear
 * @param load the share of that rate at which this was measured
 * @param worstSenderLag the largest lag of the sender behind its plan
 * @param percentiles the whole distribution
 */
record Latency(
    String contestant,
    double max,
    boolean producerBound,
    double load,
    double rate,
    long samples,
    long p50,
    long p99,
    long p999,
    long worst,
    long worstSenderLag,
    List<Percentile> percentiles) {
  private static final int DIGITS = 3;
  private static final int TICKS_PER_HALF = 5;

  /**
   * This share of the alerts took at most this many milliseconds.
   *
   * @param nines one alert in this many took longer
   */
  record Percentile(double share, double nines, long millis) {}

  static Latency of(
      Contestant contestant,
      Sustained sustained,
      double load,
      Session.Traffic traffic,
      List<LiveAlerts.Sample> samples) {
    Histogram histogram = new Histogram(DIGITS);
    // A broker's clock counts whole milliseconds, and an intended instant is rounded down to one.
    samples.forEach(each -> histogram.recordValue(Math.max(0, each.latencyMillis())));
    List<Percentile> percentiles = new ArrayList<>();
    for (HistogramIterationValue value : histogram.percentiles(TICKS_PER_HALF)) {
      double share = value.getPercentileLevelIteratedTo() / 100;
      if (share < 1) {
        percentiles.add(new Percentile(share, 1 / (1 - share), value.getValueIteratedTo()));
      }
    }
    return new Latency(
        contestant.label(),
        sustained.rate(),
        sustained.producerBound(),
        load,
        sustained.rate() * load,
        histogram.getTotalCount(),
        histogram.getValueAtPercentile(50),
        histogram.getValueAtPercentile(99),
        histogram.getValueAtPercentile(99.9),
        histogram.getMaxValue(),
        traffic.sent().worstLagMillis(),
        percentiles);
  }

  String line() {
    return String.format(
        Locale.ROOT,
        "%s at %,.0f tx/s: p50 %d ms, p99 %d ms, p99.9 %d ms, max %d ms of %,d alerts",
        contestant,
        rate,
        p50,
        p99,
        p999,
        worst,
        samples);
  }

  static Table table(List<Latency> latencies) {
    Table table =
        new Table(
            "contestant",
            "sustained tx/s",
            "load",
            "tx/s",
            "alerts",
            "p50 ms",
            "p99 ms",
            "p99.9 ms",
            "max ms",
            "sender's worst lag ms");
    for (Latency each : latencies) {
      table.add(
          List.of(
              each.contestant(),
              String.format(
                  Locale.ROOT,
                  "%,.0f%s",
                  each.max(),
                  each.producerBound() ? " (producer-bound)" : ""),
              String.format(Locale.ROOT, "%.0f %%", each.load() * 100),
              String.format(Locale.ROOT, "%,.0f", each.rate()),
              String.format(Locale.ROOT, "%,d", each.samples()),
              Long.toString(each.p50()),
              Long.toString(each.p99()),
              Long.toString(each.p999()),
              Long.toString(each.worst()),
              Long.toString(each.worstSenderLag())));
    }
    return table;
  }

  static Plot plot(List<Latency> latencies) {
    Plot plot = new Plot("Latency of alerts", "one alert in so many takes longer", "latency in ms");
    for (Latency each : latencies) {
      plot.add(
          String.format(Locale.ROOT, "%s, %.0f %% load", each.contestant(), each.load() * 100),
          each.percentiles().stream()
              .map(p -> new Slope.Point(p.nines(), Math.max(1, p.millis())))
              .toList());
    }
    return plot;
  }
}
