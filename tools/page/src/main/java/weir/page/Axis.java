package weir.page;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** An axis of a chart. */
public record Axis(String title, double low, double high, Scale scale) {
  private static final int STEPS = 5;

  /** What lies between the ends of an axis. */
  public enum Scale {
    LINEAR,
    /** The ends are powers of ten. */
    LOGARITHMIC,
    /** The ends are days since 1970. */
    DAYS
  }

  public static Axis share(String title) {
    return new Axis(title, /* low= */ 0, /* high= */ 1, Scale.LINEAR);
  }

  public static Axis linear(String title, double low, double high) {
    return new Axis(title, low, high, Scale.LINEAR);
  }

  /** With powers of ten at its ends, at least one apart. */
  public static Axis logarithmic(String title, double least, double most) {
    double low = Math.floor(StrictMath.log10(least));
    double high = Math.max(low + 1, Math.ceil(StrictMath.log10(most)));
    return new Axis(title, StrictMath.pow(10, low), StrictMath.pow(10, high), Scale.LOGARITHMIC);
  }

  /** From zero to a round figure that is not below this one. */
  public static Axis upTo(String title, double most) {
    double power = StrictMath.pow(10, Math.floor(StrictMath.log10(Math.max(most, 1))));
    double high = STEPS * power * 2;
    for (double round : List.of(1.0, 2.0, 2.5, 5.0)) {
      if (most <= round * power) {
        high = round * power;
        break;
      }
    }
    return linear(title, /* low= */ 0, Math.max(STEPS, high));
  }

  /** From one day to a later one. */
  public static Axis days(String title, LocalDate first, LocalDate last) {
    return new Axis(title, first.toEpochDay(), last.toEpochDay(), Scale.DAYS);
  }

  /** The place of a figure, from 0 to 1. What lies beyond an end is drawn at it. */
  double place(double figure) {
    double place =
        switch (scale) {
          case LOGARITHMIC -> StrictMath.log10(figure / low) / StrictMath.log10(high / low);
          case LINEAR, DAYS -> (figure - low) / (high - low);
        };
    return Math.max(0, Math.min(1, place));
  }

  List<Double> ticks() {
    return switch (scale) {
      case LINEAR ->
          IntStream.rangeClosed(0, STEPS).mapToObj(i -> low + i * (high - low) / STEPS).toList();
      case LOGARITHMIC -> {
        int first = (int) Math.rint(StrictMath.log10(low));
        int last = (int) Math.rint(StrictMath.log10(high));
        yield IntStream.rangeClosed(first, last)
            .mapToObj(power -> StrictMath.pow(10, power))
            .toList();
      }
      case DAYS -> {
        long step = Math.max(1, (long) Math.ceil((high - low) / STEPS));
        yield LongStream.iterate((long) low, day -> day <= high, day -> day + step)
            .mapToObj(day -> (double) day)
            .toList();
      }
    };
  }

  String label(double tick) {
    if (scale == Scale.DAYS) {
      return LocalDate.ofEpochDay((long) tick).toString();
    }
    if (tick >= 1000) {
      return String.format(Locale.ROOT, "%,.0f", tick);
    }
    String plain = String.format(Locale.ROOT, "%.6f", tick);
    return plain.replaceFirst("\\.?0+$", "");
  }
}
