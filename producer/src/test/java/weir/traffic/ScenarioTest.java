package weir.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weir.failure.MisuseException;

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
          0.1       | 2     | test:2:14: attackShare: found '2', expected a share from 0 to 0.5, such as 0.02
          0.1       | ٠     | test:2:14: attackShare: found '٠', expected a share from 0 to 0.5, such as 0.02
          weight: 1 | weight: -1 | test:4:24: attacks.high-value.weight: found '-1', expected a number from 0 to 1000000
          4000..9000 | 9..4 | test:4:34: attacks.high-value.euros: found '9..4', expected a number over 0 or two such as 0.50..20, the smaller first
          4000..9000 | many | test:4:34: attacks.high-value.euros: found 'many', expected a number over 0 or two such as 0.50..20, the smaller first
          4000..9000 | 5d | test:4:34: attacks.high-value.euros: found '5d', expected a number over 0 or two such as 0.50..20, the smaller first
          4000..9000 | 1..2..3 | test:4:34: attacks.high-value.euros: found '1..2..3', expected a number over 0 or two such as 0.50..20, the smaller first
          high-value | flight | test:4:3: attacks: unknown 'flight', expected one of bust-out, card-taken-over, card-testing, high-value, shared-account, shared-device, shop-testing, slow-drain, stolen-card, sudden-spending
          high-value | hihg-value | test:4:3: attacks: unknown 'hihg-value'; did you mean 'high-value'?
          weight: 1 | weight: 0 | test:4:3: attacks: none of these has a weight over 0, which attackShare needs; give one a weight, or make the share 0
          euros     | eurs  | test:4:27: attacks.high-value: unknown 'eurs'; did you mean 'euros'?
          3 min     | soon  | test:1:8: pause: found 'soon', expected a length of time such as 30 s, 1 min or 6 h, up to 31 d
          """)
  void aWrongScenarioIsRefusedWithItsLine(String good, String bad, String message) {
    assertThatExceptionOfType(MisuseException.class)
        .isThrownBy(() -> Scenario.parse("test", GOOD.replaceFirst(good, bad)))
        .withMessage(message);
  }
}
