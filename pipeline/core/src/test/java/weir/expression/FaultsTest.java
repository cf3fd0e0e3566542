package weir.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static weir.expression.Given.SCOPE;
import static weir.expression.Given.fault;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A fault says in the words of its reader what is wrong, and where. */
class FaultsTest {
  @ParameterizedTest
  @CsvSource(
      delimiterString = "→",
      quoteCharacter = '`',
      value = {
        "amont > 5 → 0: unknown name 'amont'; did you mean 'amount'?",
        "true && has(amont) → 12: unknown name 'amont'; did you mean 'amount'?",
        "country == DE → 0: unknown name 'country', expected one of abroad, amount, count_30d, gone,"
            + " maybe, mean_30d, merchantId, nowhere, userId; a text stands in quotes",
        "amount == null → 10: unknown name 'null'; has(name) asks whether a value is there",
        "not abroad → 0: unknown name 'not'; did you mean !?",
        "abroad and maybe → 7: found 'and', expected an operator or the end; did you mean &&?",
        "abroad or maybe → 7: found 'or', expected an operator or the end; did you mean ||?",
        "amount = 5 → 7: '=' (U+003D) has no meaning here; write == to compare",
        "abroad & maybe → 7: '&' (U+0026) has no meaning here; write && for 'and'",
        "abroad | maybe → 7: '|' (U+007C) has no meaning here; write || for 'or'",
        "amount > 'x' → 7: '>' compares two numbers, but amount is a number and 'x' is a text",
        "userId >= merchantId → 7: '>=' compares two numbers, but userId is a text and merchantId"
            + " is a text",
        "amount == 'x' → 7: '==' compares two values of one type, but amount is a number and 'x' is"
            + " a text",
        "abroad != 1 → 7: '!=' compares two values of one type, but abroad is yes or no and 1 is a"
            + " number",
        "1 < amount < 5 → 11: '<' compares two numbers, but 1 < amount is yes or no and 5 is a"
            + " number",
        "amount + userId > 1 → 7: '+' needs two numbers or two texts, but amount is a number and"
            + " userId is a text",
        "amount * (userId + 'x') > 1 → 7: '*' needs two numbers, but amount is a number and (userId"
            + " + 'x') is a text",
        "-userId == 'x' → 1: '-' needs a number, but userId is a text",
        "!amount → 1: '!' needs yes or no, but amount is a number",
        "amount && abroad → 0: '&&' needs yes or no, but amount is a number",
        "abroad || amount → 10: '||' needs yes or no, but amount is a number",
        "amount ? true : false → 0: the condition before '?' needs yes or no, but amount is a"
            + " number",
        "(abroad ? 1 : 'x') == 1 → 14: both sides of ':' must be of one type, but 1 is a number and"
            + " 'x' is a text",
        "amount in [1, 'x'] → 14: 'in' looks for values of one type, but amount is a number and 'x'"
            + " is a text",
        "amount in [] → 11: expected at least one value between [ and ]",
        "amount → 0: a condition needs yes or no, but amount is a number",
        "userId.startWith('x') → 7: there is no function 'startWith' of a text; did you mean"
            + " 'startsWith'?",
        "userId.matches('x') → 7: there is no function 'matches' of a text, expected one of"
            + " contains, endsWith, lowerAscii, size, startsWith",
        "userId.startsWith() → 7: found 0 values, expected text.startsWith(\"part\")",
        "userId.size('x') > 1 → 7: found 1 values, expected text.size()",
        "userId.contains(5) → 16: contains() needs a text, but 5 is a number",
        "amount.size() > 1 → 0: size() needs a text, but amount is a number",
        "size(userId, userId) > 1 → 0: expected one text, such as size(city)",
        "userId.name > 1 → 7: expected a function such as startsWith(\"x\") after '.'",
        "valu('x', userId, 0) > 1 → 0: there is no function 'valu'; did you mean 'value'?",
        "now() > 5 → 0: there is no function 'now'",
        "has(amount + 1) → 4: expected one name, such as has(city)",
        "has('x') → 4: expected one name, such as has(city)",
        "[1, 2].exists(x, x > 1) → 0: found '[', expected a value",
        "amount > → 8: found the end, expected a value",
        "(amount > 5 → 11: found the end, expected ')'",
        "amount > 5) → 10: found ')', expected an operator or the end",
        "amount > 5 5 → 11: found '5', expected an operator or the end",
        "> 5 → 0: found '>', expected a value",
        "-!abroad → 1: found '!', expected a value",
        "amount > 5u → 9: found '5u', expected a number such as 5 or 0.25",
        "amount > 0x1F → 9: found '0x1F', expected a number such as 5 or 0.25",
        "amount > 1e → 9: found '1e', expected a number such as 5 or 0.25",
        "amount > .5 → 9: found '.', expected a value",
        "amount > 9007199254740993 → 9: the number 9007199254740993 is too large; whole numbers go"
            + " up to 9007199254740992",
        "amount > 1e999 → 9: the number 1e999 is too large; whole numbers go up to"
            + " 9007199254740992",
        "userId == 'x → 10: a text begins here and does not end in this line",
        "userId == 'x\\q' → 12: after \\ expected \\, a quote, n, t, r or u; write \\\\ for one \\",
        "userId == '\\u12' → 11: expected four digits of 0 to 9 and a to f after \\u",
        "userId == '\\ud83d' → 11: \\u says half a character; write the character itself",
        "userId == r'x' → 10: found a letter before a quote; a text is written \"like this\"",
        "userId == '''x''' → 10: found three quotes; a text stands between one and one",
        "amount > 5 // limit → 12: found '/', expected a value",
      })
  void isToldWithItsPlace(String condition, String told) {
    assertThat(fault(condition)).isEqualTo(told);
  }

  @Test
  void nothingIsNoExpression() {
    assertThat(fault("")).isEqualTo("0: found the end, expected a value");
    assertThat(fault("  ")).isEqualTo("2: found the end, expected a value");
  }

  @Test
  void placesAreLinesAndColumns() {
    FaultyExpressionException faulty =
        catchThrowableOfType(
            FaultyExpressionException.class,
            () -> Condition.of("amount > 5\n  && amont > 6", SCOPE));
    assertThat(faulty.line()).isEqualTo(2);
    assertThat(faulty.column()).isEqualTo(6);
    assertThat(faulty.offset()).isEqualTo(16);
    assertThat(faulty).hasMessage("unknown name 'amont'; did you mean 'amount'?");
  }

  @Test
  void aLongOperandIsToldShort() {
    assertThat(fault("userId == '" + "x".repeat(500) + "' + 5"))
        .hasSizeLessThan(150)
        .contains("'xxxxxxxxxxxxxxxxxxx…xxxxxxxxxxxxxxxxxxx' is a text");
  }

  @Test
  void ofManyNamesSomeAreTold() {
    Map<String, Type> many = new java.util.HashMap<>();
    for (int i = 10; i < 40; i++) {
      many.put("feature_" + i, Type.NUMBER);
    }
    FaultyExpressionException faulty =
        catchThrowableOfType(
            FaultyExpressionException.class, () -> Condition.of("x > 1", new Scope(many, false)));
    assertThat(faulty)
        .hasMessageContaining("expected one of feature_10, feature_11")
        .hasMessageEndingWith("feature_21, ...; a text stands in quotes");
  }
}
