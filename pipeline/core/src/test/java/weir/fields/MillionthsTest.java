package weir.fields;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MillionthsTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0, 0",
    "-0.0, 0, 0",
    "1, 1000000, 1",
    "100, 100000000, 100",
    "12.50, 12500000, 12.5",
    "-0.000001, -1, -0.000001",
    "1e11, 100000000000000000, 100000000000",
    "999999999999.999999, 999999999999999999, 999999999999.999999",
    "-999999999999.9999994, -999999999999999999, -999999999999.999999",
    // Half-even beyond six decimals.
    "0.0000005, 0, 0",
    "0.0000015, 2, 0.000002",
    "0.0000025, 2, 0.000002",
    "0.00000250000001, 3, 0.000003",
    "-0.0000015, -2, -0.000002",
    "0.0000001, 0, 0",
    "0e999999999, 0, 0"
  })
  void areExactAndSaidWithoutZerosAtTheEnd(String number, long millionths, String text) {
    assertThat(Millionths.of(new BigDecimal(number))).isEqualTo(millionths);
    assertThat(Millionths.text(millionths)).isEqualTo(text);
    assertThat(Millionths.toDecimal(millionths)).isEqualByComparingTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1000000000000", "-1e12", "999999999999.9999995", "1e999999999", "10e2147483640"})
  void moreDigitsAreRefused(String number) {
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> Millionths.of(new BigDecimal(number)));
  }

  /** A sender chooses the exponent; spelt out it would be gigabytes. */
  @Test
  @Timeout(10)
  void noExponentCostsMoreThanAnother() {
    assertThat(Millionths.of(new BigDecimal("1e-2147483640"))).isZero();
    assertThat(Millionths.of(new BigDecimal("9".repeat(900) + "e-2000000000"))).isZero();
  }
}
