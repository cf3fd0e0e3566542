package weir.page;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * An axis of a chart.
 *
 * @param logarithmic then its ends are powers of ten
 */
public record Axis(String title, double low, double high, boolean logarithmic) {
  private static final int STEPS = 5;

  public static Axis share(String title) {
    return new Axis(title, /* low= */ 0, /* high= */ 1, /* logarithmic= */ false);
  }

  public static Axis linear(String title, double low, double high) {
    return new Axis(title, low, high, /* logarithmic= */ false);
  }

  /** With powers of ten at its ends, at least one apart. */
  public static Axis logarithmic(String title, double least, double most) {
    double low = Math.floor(StrictMath.log10(least));
    double high = Math.max(low + 1, Math.ceil(StrictMath.log10(most)));
    return new Axis(
        title, StrictMath.pow(10, low), StrictMath.pow(10, high), /* logarithmic= */ true);
  }

  /** The place of a figure, from 0 to 1. What lies beyond an end is drawn at it. */
  double place(double figure) {
    double place =
        logarithmic
            ? StrictMath.log10(figure / low) / StrictMath.log10(high / low)
            : (figure - low) / (high - low);
    return Math.max(0, Math.min(1, place));
  }

  List<Double> ticks() {
    if (!logarithmic) {
      return IntStream.rangeClosed(0, STEPS).mapToObj(i -> low + i * (high - low) / STEPS).toList();
    }
    int first = (int) Math.rint(StrictMath.log10(low));
    int last = (int) Math.rint(StrictMath.log10(high));
    return IntStream.rangeClosed(first, last).mapToObj(power -> StrictMath.pow(10, power)).toList();
  }

  String label(double tick) {
    if (tick >= 1000) {
      return String.format(Locale.ROOT, "%,.0f", tick);
    }
    String plain = String.format(Locale.ROOT, "%.6f", tick);
    return plain.replaceFirst("\\.?0+$", "");
  }
}
