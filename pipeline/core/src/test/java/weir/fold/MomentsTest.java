package weir.fold;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Sums are what BigInteger says, and do not overflow. */
class MomentsTest {

  @Test
  void areExactWhateverTheNumbers() throws IOException {
    Random random = new Random(7);
    for (int round = 0; round < 2000; round++) {
      Moments moments = Moments.NONE;
      BigInteger sum = BigInteger.ZERO;
      BigInteger squares = BigInteger.ZERO;
      for (int i = random.nextInt(20); i > 0; i--) {
        long number = random.nextLong() >> random.nextInt(64);
        number = random.nextInt(9) == 0 ? Long.MIN_VALUE : number;
        number = random.nextInt(9) == 0 ? Long.MAX_VALUE : number;
        Moments one = Moments.of(number);
        moments = random.nextBoolean() ? moments.plus(one) : one.plus(moments);
        sum = sum.add(BigInteger.valueOf(number));
        squares = squares.add(BigInteger.valueOf(number).pow(2));
      }
      assertThat(moments.sum()).isEqualTo(sum);
      assertThat(moments.squares()).isEqualTo(squares);
      assertThat(again(moments)).isEqualTo(moments);
    }
  }

  /** Doubled forty times: a million million of the largest numbers. */
  @Test
  void doNotOverflow() throws IOException {
    for (long number : new long[] {Long.MAX_VALUE, Long.MIN_VALUE}) {
      Moments moments = Moments.of(number);
      for (int i = 0; i < 40; i++) {
        moments = moments.plus(moments);
      }
      BigInteger one = BigInteger.valueOf(number);
      assertThat(moments.count()).isEqualTo(1L << 40);
      assertThat(moments.sum()).isEqualTo(one.shiftLeft(40));
      assertThat(moments.squares()).isEqualTo(one.pow(2).shiftLeft(40));
      assertThat(again(moments)).isEqualTo(moments);
    }
  }

  /** One more runs through all the digits. */
  @Test
  void carryFromEveryDigitToTheNext() {
    Moments full = new Moments(1, 0, -1, 0, -1, -1, 1, 1);
    Moments more = full.plus(Moments.of(1));
    assertThat(more.sum()).isEqualTo(BigInteger.ONE.shiftLeft(64));
    assertThat(more.squares()).isEqualTo(BigInteger.ONE.shiftLeft(128));
  }

  private static Moments again(Moments moments) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Form.MOMENTS.write(moments, new DataOutputStream(bytes));
    return Form.MOMENTS.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
  }
}
