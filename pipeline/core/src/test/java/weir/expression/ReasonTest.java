package weir.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static weir.expression.Given.SCOPE;
import static weir.expression.Given.USUAL;
import static weir.expression.Given.faultOfReason;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A sentence with expressions in braces. */
class ReasonTest {
  @Test
  void saysWhatItsExpressionsGive() {
    assertThat(USUAL.said("{amount} is {amount / mean_30d} times what this user usually pays"))
        .isEqualTo("100.5 is 10.05 times what this user usually pays");
    assertThat(USUAL.said("{ userId } at {merchantId.lowerAscii()}: {abroad}, {!abroad}"))
        .isEqualTo("user-7 at shop-1: yes, no");
    assertThat(USUAL.said("no braces")).isEqualTo("no braces");
    assertThat(USUAL.said("")).isEmpty();
    assertThat(USUAL.said("{amount}{count_30d}")).isEqualTo("100.57");
  }

  @Test
  void whatIsAbsentIsUnknown() {
    assertThat(USUAL.said("{gone}, {nowhere}, {maybe}, {amount / 0}, {amount / gone}"))
        .isEqualTo("unknown, unknown, unknown, unknown, unknown");
  }

  @Test
  void doubledBracesAreBraces() {
    assertThat(USUAL.said("{{{count_30d}}} {{}} {{amount}}")).isEqualTo("{7} {} {amount}");
    assertThat(USUAL.said("{'}'}{\"{\"}{'\\'}'}")).isEqualTo("}{'}");
  }

  @ParameterizedTest
  @CsvSource({
    "5, 5",
    "-0.0, 0",
    "0.004, 0",
    "-0.004, 0",
    "0.005, 0",
    "0.015, 0.02",
    "0.025, 0.02",
    "1.115, 1.12",
    "2.675, 2.68",
    "2.5, 2.5",
    "2.50001, 2.5",
    "99.999, 100",
    "1234567.891, 1234567.89",
    "9999999999999.99, 9999999999999.99",
    "9007199254740991, 9007199254740991",
    "1e15, 1000000000000000",
    "1e22, 10000000000000000000000",
    "-3.14159, -3.14",
    "1e-300, 0",
  })
  void numbersAreRounded(double number, String said) {
    assertThat(USUAL.with("amount", number).said("{amount}")).isEqualTo(said);
  }

  @Test
  void saysTheSameInEveryCountry() {
    Locale before = Locale.getDefault();
    try {
      for (String tag : new String[] {"de-DE", "ar-EG-u-nu-arab", "tr-TR"}) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        assertThat(USUAL.said("{amount * 1000} {'TITLE'.lowerAscii()}")).isEqualTo("100500 title");
        assertThat(Given.fault("amount > 5 € 6")).contains("U+20AC");
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void tellsWhatItUses() throws FaultyExpressionException {
    Reason reason = Reason.of("{amount} {value('risk', userId, 0)} {has(gone)}", SCOPE);
    assertThat(reason.names()).containsExactlyInAnyOrder("amount", "userId", "gone");
    assertThat(reason.lists()).containsExactly("risk");
  }

  @Test
  void faultsTellTheirPlaceInTheSentence() {
    assertThat(faultOfReason("paid {amont} today"))
        .isEqualTo("6: unknown name 'amont'; did you mean 'amount'?");
    assertThat(faultOfReason("paid {amount >} today"))
        .isEqualTo("14: found the end, expected a value");
    assertThat(faultOfReason("paid {} today")).isEqualTo("6: found the end, expected a value");
    assertThat(faultOfReason("paid {amount"))
        .isEqualTo("5: this brace is not closed; write {{ for a brace");
    assertThat(faultOfReason("paid {'x}"))
        .isEqualTo("5: this brace is not closed; write {{ for a brace");
    assertThat(faultOfReason("paid amount} today"))
        .isEqualTo("11: no brace was opened before this one; write }} for a brace");
    assertThat(faultOfReason("{amount} {{amount} "))
        .isEqualTo("17: no brace was opened before this one; write }} for a brace");
  }
}
