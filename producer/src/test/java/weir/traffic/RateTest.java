package weir.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateTest {
  private static final long HOUR = 3_600_000;

  @Test
  void aDayGoesFromItsNightToItsPeak() {
    Rate day = Rate.parse("10..100");
    assertThat(day.at(4 * HOUR)).isEqualTo(10);
    assertThat(day.at(19 * HOUR)).isEqualTo(100);
    assertThat(day.at(24 * HOUR + 19 * HOUR)).isEqualTo(100);
    assertThat(day.at(19 * HOUR + HOUR / 2)).isCloseTo(95.5, within(0.01));
    for (long time = 0; time < 24 * HOUR; time += HOUR / 7) {
      assertThat(day.at(time)).isBetween(10.0, 100.0);
    }
  }

  @Test
  void oneNumberIsTheSameAtAnyHour() {
    assertThat(Rate.parse("50").at(4 * HOUR)).isEqualTo(50);
    assertThat(Rate.parse("0.5").at(19 * HOUR)).isEqualTo(0.5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "x", "", "10..", "100..10", "1..2..3", "NaN", "1e99"})
  void whatIsNoRateIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Rate.parse(text));
  }
}
