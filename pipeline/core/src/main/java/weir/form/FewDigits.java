package weir.form;

import org.jspecify.annotations.Nullable;
import weir.model.Money;

/**
 * A number that stands in bytes with so few digits that it can be reckoned with exactly. One thread
 * uses it, for one number after the other.
 */
final class FewDigits {
  /** So many are exact in floating point, and in whole numbers ten thousand times as much, too. */
  private static final int MOST = 14;

  /** In place of what is no whole number. */
  static final long NONE = -1;

  private static final long[] POWERS_OF_TEN = powersOfTen();

  private long digits;

  /** How many of them stood behind the point. */
  private int decimals;

  private boolean negative;

  private static long[] powersOfTen() {
    long[] powers = new long[MOST + 1];
    powers[0] = 1;
    for (int i = 1; i <= MOST; i++) {
      powers[i] = 10 * powers[i - 1];
    }
    return powers;
  }

  /** Reads a number from these bytes; false if it is none, or has more digits, or an exponent. */
  boolean read(byte[] bytes, int begin, int to) {
    negative = begin < to && bytes[begin] == '-';
    int from = negative ? begin + 1 : begin;
    int point = to;
    digits = 0;
    for (int i = from; i < to; i++) {
      byte sign = bytes[i];
      if (sign >= '0' && sign <= '9') {
        digits = 10 * digits + sign - '0';
      } else if (sign == '.' && point == to && i > from && i < to - 1) {
        point = i;
      } else {
        return false;
      }
    }
    decimals = point == to ? 0 : to - point - 1;
    int many = to - from - (point == to ? 0 : 1);
    return many > 0 && many <= MOST;
  }

  /**
   * It as a time in epoch milliseconds, or {@link #NONE}. So few digits are before the year 9999.
   */
  long time() {
    return negative || decimals > 0 ? NONE : digits;
  }

  /**
   * It in units of which one has so many decimals, or {@link #NONE} where it cannot be an amount.
   */
  long minor(int unitDecimals) {
    int more = unitDecimals - decimals;
    if (negative || (more < 0 && digits % POWERS_OF_TEN[-more] != 0)) {
      return NONE;
    }
    long minor = more < 0 ? digits / POWERS_OF_TEN[-more] : digits * POWERS_OF_TEN[more];
    return minor <= Money.MAX_MINOR ? minor : NONE;
  }

  /** It as degrees from minus the limit to the limit, or nothing. */
  @Nullable Double degrees(int limit) {
    // Both are exact, so this is the number next to the quotient, as the JDK reads it.
    double degrees = (double) digits / POWERS_OF_TEN[decimals];
    // There is no minus zero.
    return degrees > limit ? null : Double.valueOf(negative ? 0.0 - degrees : degrees);
  }
}
