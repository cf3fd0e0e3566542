package weir.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {
  @ParameterizedTest
  @CsvSource({"500 ms, 500", "30 s, 30000", "1min, 60000", "6 h, 21600000", "2 d, 172800000"})
  void readsWhatPeopleWrite(String text, long millis) {
    assertThat(Durations.parse(text)).isEqualTo(millis);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "min", "-1 s", "1.5 h", "1 week", "99999999999 s", "٣ s", "３ s"})
  void refusesTheRest(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Durations.parse(text));
  }

  @ParameterizedTest
  @CsvSource({"0, 0 s", "1, 1 ms", "61001, 1 min 1 s 1 ms", "90061000, 1 d 1 h 1 min 1 s"})
  void printsThemExactly(long millis, String text) {
    assertThat(Durations.print(millis)).isEqualTo(text);
  }
}
