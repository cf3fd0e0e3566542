package weir.bench.ladder.report;

import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The spread of one figure over the rounds. */
public record Spread(double median, double least, double most) {

  /** The spread of the rounds that have the figure, or nothing if none has. */
  public static Optional<Spread> of(Collection<@Nullable Double> figures) {
    double[] sorted =
        figures.stream()
            .filter(Objects::nonNull)
            .mapToDouble(Double::doubleValue)
            .sorted()
            .toArray();
    if (sorted.length == 0) {
      return Optional.empty();
    }
    int middle = sorted.length / 2;
    double median =
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    return Optional.of(new Spread(median, sorted[0], sorted[sorted.length - 1]));
  }

  /** The ratio of this median to the other's. */
  public double ratioTo(Spread other) {
    return median / other.median;
  }

  /** For a table: the median, and between which others it lies if there are some. */
  public String text(double unit) {
    String middle = number(median / unit);
    return least == most
        ? middle
        : middle + " (" + number(least / unit) + "–" + number(most / unit) + ")";
  }

  private static String number(double figure) {
    return String.format(Locale.ROOT, figure < 10 ? "%.1f" : "%,.0f", figure);
  }
}
