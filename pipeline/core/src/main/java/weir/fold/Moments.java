package weir.fold;

import java.math.BigInteger;
import java.util.function.LongConsumer;

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
    Sum sum = new Sum();
    sum.accept(number);
    return sum.moments();
  }

  public Moments plus(Moments other) {
    if (count == 0 || other.count == 0) {
      return count == 0 ? other : this;
    }
    Sum sum = new Sum();
    sum.add(this);
    sum.add(other);
    return sum.moments();
  }

  /** Adds up numbers. */
  public static final class Sum implements LongConsumer {
    private long count;
    private long sumHigh;
    private long sumLow;
    private long squaresHigh;
    private long squaresMiddle;
    private long squaresLow;
    private long least = NONE.least;
    private long greatest = NONE.greatest;

    @Override
    public void accept(long number) {
      add(
          1,
          number >> (Long.SIZE - 1),
          number,
          0,
          Math.multiplyHigh(number, number),
          number * number);
      least = Math.min(least, number);
      greatest = Math.max(greatest, number);
    }

    void add(Moments more) {
      add(
          more.count,
          more.sumHigh,
          more.sumLow,
          more.squaresHigh,
          more.squaresMiddle,
          more.squaresLow);
      least = Math.min(least, more.least);
      greatest = Math.max(greatest, more.greatest);
    }

    private void add(long many, long high, long low, long third, long second, long first) {
      count += many;
      long sum = sumLow + low;
      sumHigh += high + carry(sum, low);
      sumLow = sum;
      long lowest = squaresLow + first;
      long carried = squaresMiddle + carry(lowest, first);
      long middle = carried + second;
      squaresHigh += third + carry(carried, squaresMiddle) + carry(middle, carried);
      squaresMiddle = middle;
      squaresLow = lowest;
    }

    public Moments moments() {
      return count == 0
          ? NONE
          : new Moments(
              count, sumHigh, sumLow, squaresHigh, squaresMiddle, squaresLow, least, greatest);
    }
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
