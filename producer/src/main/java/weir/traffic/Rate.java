package weir.traffic;

import weir.files.Numbers;

/**
 * How many payments there are a second: from one rate in the dead of night to another in the early
 * evening, or the same at any hour.
 */
public record Rate(double atNight, double atPeak) {
  /**
   * Where each hour of the day is between the night's rate, which is 0, and the peak's, which is 1.
   */
  private static final double[] DAY = {
    0.22, 0.12, 0.05, 0.01, 0, 0.03, 0.12, 0.28, 0.42, 0.5, 0.56, 0.66, 0.78, 0.72, 0.62, 0.62, 0.7,
    0.86, 0.97, 1, 0.9, 0.7, 0.5, 0.34
  };

  private static final long MILLIS_PER_HOUR = 3_600_000;
  private static final int HOURS = DAY.length;

  public Rate {
    if (!(atNight > 0 && atNight <= atPeak && atPeak <= 1e9)) {
      throw new IllegalArgumentException(
          "a rate must be over 0, and not lower at its peak than at night");
    }
  }

  public static Rate constant(double perSecond) {
    return new Rate(perSecond, perSecond);
  }

  /** Parses "50", or "10..100" for a day that goes from one rate to the other. */
  public static Rate parse(String text) {
    String[] bounds = text.split("\\.\\.", -1);
    if (bounds.length > 2) {
      throw new IllegalArgumentException("not one rate or two: " + text);
    }
    return new Rate(
        Numbers.decimal(bounds[0].strip()).doubleValue(),
        Numbers.decimal(bounds[bounds.length - 1].strip()).doubleValue());
  }

  /** The rate at this instant; the day is UTC's. */
  public double at(long epochMillis) {
    if (atNight == atPeak) {
      return atPeak;
    }
    double hours = (double) Math.floorMod(epochMillis, MILLIS_PER_HOUR * HOURS) / MILLIS_PER_HOUR;
    int hour = (int) hours;
    double now = DAY[hour] + (DAY[(hour + 1) % HOURS] - DAY[hour]) * (hours - hour);
    return atNight + (atPeak - atNight) * now;
  }

  /** The mean rate of a whole day. */
  public double mean() {
    double sum = 0;
    for (double hour : DAY) {
      sum += hour;
    }
    return atNight + (atPeak - atNight) * sum / HOURS;
  }
}
