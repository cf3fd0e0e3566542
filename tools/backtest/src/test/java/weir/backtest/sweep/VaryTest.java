package weir.backtest.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weir.failure.MisuseException;

/** Which values people mean. */
class VaryTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2..6|3|2; 3; 4; 5; 6",
        "2..6|9|2; 3; 4; 5; 6; 9",
        "10..50/20|10|10; 30; 50",
        "10..49/20|10.0|10.0; 30",
        "0.5..0.8|0.65|0.5; 0.6; 0.65; 0.7; 0.8",
        "0.90..0.92|0.9|0.9; 0.91; 0.92",
        "8, 2,4|3|2; 3; 4; 8",
        "7|7|7",
        "-2..1|0|-2; -1; 0; 1",
        "30 s,1 min, 2 min|60 s|30 s; 60 s; 2 min",
        "30 s..2 min/30 s|1 min|30 s; 1 min; 90 s; 2 min",
        "1 h..2 h / 1h|1 d|1 h; 2 h; 1 d"
      })
  void valuesAreInOrderAndHaveTheStandingOne(String values, String standing, String expected) {
    assertThat(String.join("; ", Vary.parse("r.p=" + values).values(standing))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "velocity|3|found 'velocity', expected RULE.PARAMETER=VALUES, such as",
        "velocity.moreThan=|3|expected RULE.PARAMETER=VALUES",
        "r.p=1..51|3|'1..51' are 51 values, expected at most 50; write a longer step",
        "r.p=0..99999999999|3|expected at most 50",
        "r.p=6..2|3|'6..2' is empty: write the lower end first",
        "r.p=2..6/0|3|the step of '2..6/0' must be over 0",
        "r.p=2..|3|found '2..' in the values of r.p, expected numbers",
        "r.p=2,,3|3|found '' in the values of r.p, expected numbers such as 3 or 0.5",
        "r.p=1 min|3|found '1 min' in the values of r.p, expected numbers",
        "r.p=3|1 min|found '3' in the values of r.p, expected lengths of time",
        "r.p=1 s..3 s|1 s|'1 s..3 s' needs a step",
        "r.p=1|live|r.p is 'live'; only a number or a length of time can be varied"
      })
  void whatMakesNoSenseIsRefused(String text, String standing, String sentence) {
    assertThatThrownBy(() -> Vary.parse(text).values(standing))
        .isInstanceOf(MisuseException.class)
        .hasMessageStartingWith("--vary: ")
        .hasMessageContaining(sentence);
  }
}
