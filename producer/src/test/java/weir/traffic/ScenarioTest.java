package weir.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weir.yaml.InvalidFileException;

class ScenarioTest {
  private static final String GOOD =
      """
      pause: 3 min
      attackShare: 0.1
      attacks:
        high-value: {weight: 1, euros: 4000..9000}
      lookAlikeShare: 0
      lookAlikes: {}
      """;

  @Test
  void whatIsNotThereDoesNotHappen() {
    Scenario scenario = Scenario.parse("test", GOOD);
    assertThat(scenario.everyAttack())
        .singleElement()
        .extracting(role -> role.kind().name())
        .isEqualTo("high-value");
    assertThat(scenario.ordinaryShare()).isEqualTo(0.9);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0.1       | 2     | test:2: attackShare: found '2', expected a share from 0 to 0.5
          weight: 1 | weight: -1 | test:4: attacks.high-value.weight: found '-1', expected a number of at least 0
          4000..9000 | 9..4 | test:4: attacks.high-value.euros: found '9..4', expected numbers over 0, such as 0.50..20
          4000..9000 | many | test:4: attacks.high-value.euros: found 'many', expected numbers over 0, such as 0.50..20
          4000..9000 | 1..2..3 | test:4: attacks.high-value.euros: found '1..2..3', expected numbers over 0, such as 0.50..20
          high-value | flight | test:4: attacks.flight: is not known here, expected one of card-testing, high-value, shared-account, slow-drain, stolen-card
          weight: 1 | weight: 0 | test:4: attacks: found nothing with a weight, expected a kind of scene for this share
          euros     | eurs  | test:4: attacks.high-value.euros: is missing, expected it here
          3 min     | soon  | test:1: pause: found 'soon', expected a length of time such as 30 s, 1 min or 6 h, up to 31 d
          """)
  void aWrongScenarioIsRefusedWithItsLine(String good, String bad, String message) {
    assertThatExceptionOfType(InvalidFileException.class)
        .isThrownBy(() -> Scenario.parse("test", GOOD.replaceFirst(good, bad)))
        .withMessage(message);
  }
}
