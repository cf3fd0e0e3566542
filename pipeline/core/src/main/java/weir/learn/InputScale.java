package weir.learn;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * How a value becomes a whole number, the same in training and in the stream. Each of these numbers
 * is exact as a 32-bit float, so a learner that computes with floats sees the same values.
 *
 * @param decimals how many decimal places count
 */
public record InputScale(int decimals) implements Serializable {
  public static final int MOST_DECIMALS = 6;

  /** No value is greater, and none but {@link #MISSING} is less than its negative. */
  public static final long LIMIT = (1L << 24) - 1;

  /** Stands for a value that is not there. It is less than all others. */
  public static final long MISSING = -(1L << 24);

  private static final double[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};

  public InputScale {
    if (decimals < 0 || decimals > MOST_DECIMALS) {
      throw new IllegalArgumentException(
          "found " + decimals + " decimals, expected 0 to " + MOST_DECIMALS);
    }
  }

  /** Of a number, a yes or no, or nothing. */
  public long of(@Nullable Object value) {
    if (value instanceof Number number) {
      return of(number.doubleValue());
    }
    if (value instanceof Boolean yes) {
      return of(yes ? 1.0 : 0.0);
    }
    if (value == null) {
      return MISSING;
    }
    throw new IllegalArgumentException("an input cannot be a " + value.getClass().getSimpleName());
  }

  /** Rounded down; not a number is missing. */
  public long of(double value) {
    if (Double.isNaN(value)) {
      return MISSING;
    }
    long floor = (long) Math.floor(value * POWERS[decimals]);
    return Math.max(-LIMIT, Math.min(LIMIT, floor));
  }

  /** The value that a whole number stands for. */
  public double value(long scaled) {
    return scaled == MISSING ? Double.NaN : scaled / POWERS[decimals];
  }
}
