package weir.bench.ladder.growth;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import weir.bench.ladder.arena.Contestant;
import weir.bench.ladder.report.Plot;
import weir.bench.ladder.report.Slope;
import weir.bench.ladder.report.Slope.Point;
import weir.bench.ladder.round.Run;
import weir.text.Table;

/**
 * The result of one contestant at one size.
 *
 * @param state what the judge holds in the end
 */
record Growth(String dimension, long value, HeldState state, Run run) {
  private static final double MEGABYTE = 1 << 20;
  private static final double MICROS_PER_SECOND = 1e6;

  /** How long one transaction takes, if that was measured. */
  @Nullable Double micros() {
    Double speed = run.warmSpeed();
    return speed == null ? null : MICROS_PER_SECOND / speed;
  }

  static Table table(List<Growth> all) {
    Table table =
        new Table(
            "what grows",
            "to",
            "contestant",
            "tx/s warm",
            "µs/tx",
            "CPU-s/M warm",
            "state MB",
            "held transactions",
            "live heap MB",
            "answers");
    for (Growth each : all) {
      table.add(
          List.of(
              each.dimension(),
              figure(each.value(), 0),
              each.run().contestant(),
              figure(each.run().warmSpeed(), 0),
              figure(each.micros(), 1),
              figure(each.run().warmProcessorSeconds(), 1),
              figure(each.state().bytes() / MEGABYTE, 1),
              figure(each.state().transactions(), 0),
              megabytes(each.run().liveHeapBytes()),
              each.run().verdict()));
    }
    return table;
  }

  private static String megabytes(@Nullable Double bytes) {
    return figure(bytes == null ? null : bytes / MEGABYTE, 0);
  }

  private static String figure(@Nullable Number figure, int decimals) {
    return figure == null
        ? "-"
        : String.format(Locale.ROOT, "%,." + decimals + "f", figure.doubleValue());
  }

  /** The power of the size with which the time per transaction grows, for each contestant. */
  static List<String> exponents(List<Growth> all, Dimension dimension) {
    List<String> lines = new ArrayList<>();
    for (Contestant contestant : Contestant.values()) {
      List<Point> points = points(all, dimension, contestant);
      if (points.size() > 1) {
        lines.add(exponent(dimension.label() + ", " + contestant.label(), points));
      }
    }
    return lines;
  }

  /** The exponent over all sizes, and between the two largest, where constant costs weigh least. */
  static String exponent(String name, List<Point> points) {
    return String.format(
        Locale.ROOT,
        "%s: time per transaction grows as size^%.2f (between the two largest ^%.2f)",
        name,
        Slope.exponent(points),
        Slope.exponent(points.subList(points.size() - 2, points.size())));
  }

  private static List<Point> points(List<Growth> all, Dimension dimension, Contestant contestant) {
    return all.stream()
        .filter(each -> each.dimension().equals(dimension.label()))
        .filter(each -> each.run().contestant().equals(contestant.label()))
        .filter(each -> each.micros() != null)
        .map(each -> new Point(each.value(), Objects.requireNonNull(each.micros())))
        .toList();
  }

  static Plot plot(List<Growth> all, Dimension dimension) {
    Plot plot =
        new Plot(
            "Time per transaction by " + dimension.label(), dimension.unit(), "µs/transaction");
    for (Contestant contestant : Contestant.values()) {
      plot.add(contestant.label(), points(all, dimension, contestant));
    }
    return plot;
  }

  static Plot statePlot(List<Growth> all, Dimension dimension) {
    Plot plot = new Plot("State by " + dimension.label(), dimension.unit(), "bytes of histories");
    plot.add(
        "state",
        all.stream()
            .filter(each -> each.dimension().equals(dimension.label()))
            .map(each -> new Point(each.value(), each.state().bytes()))
            .distinct()
            .toList());
    return plot;
  }
}
