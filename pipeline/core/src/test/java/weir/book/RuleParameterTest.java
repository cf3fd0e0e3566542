package weir.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weir.failure.MisuseException;
import weir.files.FaultyFileException;
import weir.rules.Models;

/** A book with another value is the book that is read from the text with that value. */
class RuleParameterTest {
  private static final String TEXT =
      """
      allowedLateness: 10 s
      allowedClockSkew: 5 s
      rules:
        - {id: often, version: 1, kind: count-in-window, severity: low, moreThan: 2, window: 40 s}
        - id: small
          version: 1
          kind: count-in-window
          severity: low
          moreThan: 3
          window: 50 s
          filter: {amountAtMost: 900, currency: [EUR, USD]}
      """;

  private static RuleParameter of(String rule, String name) {
    return RuleParameter.of(
        new RuleParameter.Source("text", TEXT, /* standing= */ null, Models.NONE), rule, name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "often|moreThan|moreThan: 2|7|moreThan: 7",
        "often|window|window: 40 s|2 h|window: 2 h",
        "small|moreThan|moreThan: 3|7|moreThan: 7",
        "small|filter.amountAtMost|amountAtMost: 900|12.50|amountAtMost: 12.50"
      })
  void isTheBookOfThatText(String rule, String name, String old, String value, String written) {
    RuleParameter parameter = of(rule, name);
    RuleBook expected = RuleBookReader.parse("text", TEXT.replace(old, written));
    assertThat(expected).isNotEqualTo(parameter.book());
    assertThat(parameter.with(value)).isEqualTo(expected);
    assertThat(old).endsWith(parameter.value());
    assertThat(parameter.with(parameter.value())).isEqualTo(parameter.book());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ofen|window|text has no rule 'ofen'; did you mean 'often'?",
        "often|filter.amountAtMost|text gives no 'filter.amountAtMost' to the rule 'often'",
        "small|filter|text gives no 'filter' to the rule 'small'",
        "small|id|text gives no 'id' to the rule 'small'"
      })
  void whatIsNotThereIsRefused(String rule, String name, String sentence) {
    assertThatThrownBy(() -> of(rule, name))
        .isInstanceOf(MisuseException.class)
        .hasMessageStartingWith(sentence);
  }

  /** At the place of the value that stands there. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "small|moreThan|-1|text:9:15: rules[2].moreThan: found '-1'",
        "small|window|soon|text:10:13: rules[2].window: found 'soon'"
      })
  void faultsAreThoseOfTheReader(String rule, String name, String value, String sentence) {
    assertThatThrownBy(() -> of(rule, name).with(value))
        .isInstanceOf(FaultyFileException.class)
        .hasMessageStartingWith(sentence);
  }
}
