package weir.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A fraction is rounded once. */
class RatioTest {
  private static final MathContext MANY = new MathContext(400);

  @Test
  void isTheNearestNumber() {
    Random random = new Random(3);
    for (int i = 0; i < 20_000; i++) {
      BigInteger numerator = new BigInteger(1 + random.nextInt(200), random);
      BigInteger denominator = new BigInteger(1 + random.nextInt(100), random).add(BigInteger.ONE);
      numerator = random.nextBoolean() ? numerator : numerator.negate();
      assertThat(Ratio.of(numerator, denominator))
          .isEqualTo(
              new BigDecimal(numerator).divide(new BigDecimal(denominator), MANY).doubleValue());
    }
  }

  /** Exactly between two numbers it is the even one; a little more than that is more. */
  @ParameterizedTest
  @CsvSource({
    "9007199254740993, 1, 9007199254740992",
    "9007199254740995, 1, 9007199254740996",
    "18014398509481987, 2, 9007199254740994",
    "9223372036854776833, 1, 9223372036854777856",
    "9223372036854776832, 1, 9223372036854775808",
    "18446744073709553664000000000000000000001, 2000000000000000000000, 9223372036854777856",
    "18446744073709553664000000000000000000000, 2000000000000000000000, 9223372036854775808",
    "-18446744073709553664000000000000000000001, 2000000000000000000000, -9223372036854777856",
    "0, 3000000000000000000000, 0",
  })
  void isRoundedHalfToEven(BigInteger numerator, BigInteger denominator, BigDecimal expected) {
    assertThat(Ratio.of(numerator, denominator)).isEqualTo(expected.doubleValue());
  }

  @Test
  void anAmountIsWhatALiteralOfItIs() {
    assertThat(Ratio.major(BigInteger.valueOf(4_99), 2)).isEqualTo(4.99);
    assertThat(Ratio.major(BigInteger.valueOf(1), 3)).isEqualTo(0.001);
    assertThat(Ratio.major(BigInteger.valueOf(Long.MAX_VALUE), 2))
        .isEqualTo(new BigDecimal("92233720368547758.07").doubleValue());
  }
}
