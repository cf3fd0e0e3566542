package weir.fields;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Exact numbers with up to 12 digits before the point and 6 behind it, as whole millionths. */
public final class Millionths {
  public static final int DECIMALS = 6;
  public static final int DIGITS = 12;

  /** In words, for messages. */
  public static final String FORM =
      "a number of up to " + DIGITS + " digits before the point and " + DECIMALS + " behind it";

  private static final long ONE = 1_000_000;

  /** The greatest there is; the least is as far below zero. */
  public static final long MOST = 1_000_000_000_000L * ONE - 1;

  private Millionths() {}

  /**
   * The nearest one; of two that are as near, the even one. Throws {@link ArithmeticException} if
   * it has too many digits before the point.
   */
  public static long of(BigDecimal number) {
    // Digits before the point; below zero if zeros follow it. A sender chooses the exponent, so
    // nothing may grow with it.
    long digits = (long) number.precision() - number.scale();
    if (number.signum() == 0 || digits < -DECIMALS) {
      return 0;
    }
    if (digits > DIGITS) {
      throw new ArithmeticException("too many digits");
    }
    long millionths =
        number.setScale(DECIMALS, RoundingMode.HALF_EVEN).unscaledValue().longValueExact();
    if (!isOne(millionths)) {
      throw new ArithmeticException("too many digits once it is rounded");
    }
    return millionths;
  }

  /** Whether so many are not too many. */
  public static boolean isOne(long millionths) {
    return -MOST <= millionths && millionths <= MOST;
  }

  public static BigDecimal toDecimal(long millionths) {
    return BigDecimal.valueOf(millionths, DECIMALS);
  }

  /** As a person writes it, without zeros at the end: 12.5. */
  public static String text(long millionths) {
    return millionths % ONE == 0
        ? Long.toString(millionths / ONE)
        : toDecimal(millionths).stripTrailingZeros().toPlainString();
  }
}
