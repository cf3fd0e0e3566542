package weir.fold;

import java.math.BigInteger;

/**
 * How many whole numbers there are, their sum, the sum of their squares, the least and the
 * greatest. All of it is exact and nothing overflows: the sum has 128 bits, and the sum of squares
 * 192, which as many of the largest numbers as there can be do not fill.
 *
 * @param least means nothing where there is none, and so does the greatest
 */
public record Moments(
    long count,
    long sumHigh,
    long sumLow,
    long squaresHigh,
    long squaresMiddle,
    long squaresLow,
    long least,
    long greatest) {
  static final Moments NONE = new Moments(0, 0, 0, 0, 0, 0, Long.MAX_VALUE, Long.MIN_VALUE);

  public static Moments of(long number) {
    return new Moments(
        1,
        number >> (Long.SIZE - 1),
        number,
        0,
        Math.multiplyHigh(number, number),
        number * number,
        number,
        number);
  }

  public Moments plus(Moments other) {
    long low = sumLow + other.sumLow;
    long high = sumHigh + other.sumHigh + carry(low, sumLow);
    long first = squaresLow + other.squaresLow;
    long half = squaresMiddle + carry(first, squaresLow);
    long second = half + other.squaresMiddle;
    return new Moments(
        count + other.count,
        high,
        low,
        squaresHigh + other.squaresHigh + carry(half, squaresMiddle) + carry(second, half),
        second,
        first,
        Math.min(least, other.least),
        Math.max(greatest, other.greatest));
  }

  /** One if something was added to a number without a sign and it has become less. */
  private static int carry(long sum, long addend) {
    return Long.compareUnsigned(sum, addend) < 0 ? 1 : 0;
  }

  public BigInteger sum() {
    return sumHigh == sumLow >> (Long.SIZE - 1)
        ? BigInteger.valueOf(sumLow)
        : BigInteger.valueOf(sumHigh).shiftLeft(Long.SIZE).add(withoutSign(sumLow));
  }

  public BigInteger squares() {
    return BigInteger.valueOf(squaresHigh)
        .shiftLeft(Long.SIZE)
        .add(withoutSign(squaresMiddle))
        .shiftLeft(Long.SIZE)
        .add(withoutSign(squaresLow));
  }

  private static BigInteger withoutSign(long bits) {
    BigInteger number = BigInteger.valueOf(bits & Long.MAX_VALUE);
    return bits < 0 ? number.setBit(Long.SIZE - 1) : number;
  }
}
