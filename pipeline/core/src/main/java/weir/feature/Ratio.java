package weir.feature;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;

/** The floating-point number nearest to an exact fraction: rounded once, half to even. */
final class Ratio {
  /** Whole numbers of so many bits are floating-point numbers. */
  private static final int EXACT_BITS = 53;

  /** More bits than a floating-point number has, and some to round by. */
  private static final int ENOUGH_BITS = EXACT_BITS + 11;

  private static final List<BigInteger> POWERS_OF_TEN =
      IntStream.rangeClosed(0, Operand.NumberField.DIGITS).mapToObj(BigInteger.TEN::pow).toList();

  private Ratio() {}

  /** The fraction; its denominator is over zero. */
  static double of(BigInteger numerator, BigInteger denominator) {
    if (numerator.bitLength() <= EXACT_BITS && denominator.bitLength() <= EXACT_BITS) {
      return (double) numerator.longValue() / denominator.longValue();
    }
    int shift = ENOUGH_BITS - (numerator.bitLength() - denominator.bitLength());
    BigInteger[] divided =
        numerator
            .abs()
            .shiftLeft(Math.max(0, shift))
            .divideAndRemainder(denominator.shiftLeft(Math.max(0, -shift)));
    // Any rest makes it more than half, if all else is half.
    BigInteger quotient = divided[1].signum() == 0 ? divided[0] : divided[0].setBit(0);
    return numerator.signum() * Math.scalb(quotient.doubleValue(), -shift);
  }

  /** How many smallest units make one, if it has so many decimals. */
  static BigInteger powerOfTen(int digits) {
    return POWERS_OF_TEN.get(digits);
  }

  /** A number of smallest units, of which so many decimals make one. */
  static double major(BigInteger units, int digits) {
    return of(units, powerOfTen(digits));
  }
}
