package weir.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weir.book.RuleBookReader;
import weir.failure.MisuseException;
import weir.fields.DeclaredValues;
import weir.model.Transaction;

/** Rules look at transactions by their declared fields. */
class FieldFilterTest {
  private static final String BOOK =
      """
      allowedLateness: 1 min
      allowedClockSkew: 5 s
      fields: {ip: text, risk: number, present: bool}
      rules:
        - id: a
          version: 1
          kind: amount-over
          severity: low
          limit: 1
          filter: {%s}
      """;

  /** The address ::1 is bad from log time 5 on. */
  private static final Lists LISTS =
      (list, id, logTime) -> list.equals("bad") && id.equals("::1") && logTime >= 5;

  private static Filter filter(String said) {
    return RuleBookReader.parse("book", String.format(BOOK, said)).rules().get(0).header().filter();
  }

  private static boolean passes(String said, Map<String, ?> fields, long logTime) {
    Transaction tx =
        new Transaction("t", "u", 1, "EUR", 1, null, null, null, null, null, null, null, null);
    return filter(said).matches(tx.withDeclared(DeclaredValues.of(fields)), logTime, LISTS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ip: [x, '::1']     | true  | false
          ip: X              | false | false
          ipNot: x           | true  | true
          ipNot: ' ::1 '     | false | true
          ipIn: bad          | true  | false
          ipNotIn: bad       | false | true
          riskOver: 0.5      | false | false
          riskOver: 0.499999 | true  | false
          riskBelow: 0.5     | false | false
          riskBelow: 0.500001 | true | false
          riskAtMost: 0.5    | true  | false
          riskAtMost: 0.499999 | false | false
          riskOver: -1       | true  | false
          present: false     | true  | false
          present: true      | false | false
          'riskOver: 0.4, present: no, ip: "::1"' | true | false
          'riskOver: 0.4, present: yes, ip: "::1"' | false | false
          """)
  void whatIsThereMustBeSoAndWhatIsAbsentIsNothing(String said, boolean there, boolean absent) {
    Map<String, ?> some = Map.of("ip", "::1", "risk", new BigDecimal("0.5"), "present", false);
    assertThat(passes(said, some, 5)).isEqualTo(there);
    assertThat(passes(said, Map.of(), 5)).isEqualTo(absent);
  }

  @Test
  void listsAreAskedAsTheyWereAtTheLogTime() {
    assertThat(passes("ipIn: bad", Map.of("ip", "::1"), 4)).isFalse();
    assertThat(filter("ipIn: bad, ipNotIn: good").lists()).containsExactly("bad", "good");
  }

  @Test
  void filtersThatSayTheSameAreEqual() {
    assertThat(filter("present: yes, riskOver: 0.50"))
        .isEqualTo(filter("riskOver: 0.5, present: true"))
        .isNotEqualTo(filter("riskOver: 0.5"))
        .isNotEqualTo(filter("riskBelow: 0.5, present: true"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          iq: x | rules[1].filter: unknown 'iq'; did you mean 'ip'?
          amountBelw: 5 | rules[1].filter: unknown 'amountBelw'; did you mean 'amountBelow'?
          bin: x | rules[1].filter: unknown 'bin', expected one of amountAtMost, amountBelow, amountOver, category, categoryNot, coordinates, country, countryNot, currency, currencyNot, deviceIdIn, deviceIdNotIn, ip, ipIn, ipNot, ipNotIn, merchantIdIn, merchantIdNotIn, paymentMethod, paymentMethodNot, present, riskAtMost, riskBelow, riskOver, userIdIn, userIdNotIn
          riskIn: bad | rules[1].filter: unknown 'riskIn'
          riskOver: much | book:10:24: rules[1].filter.riskOver: found 'much', expected a number of up to 12 digits before the point and 6 behind it, such as 0.5
          riskOver: 0.0000001 | rules[1].filter.riskOver: found '0.0000001', expected a number
          riskOver: 1000000000000 | rules[1].filter.riskOver: found '1000000000000', expected a number
          'riskOver: 5, riskBelow: 5.000001' | rules[1].filter.riskBelow: no number can be over 5 and below 5.000001, so the rule can never fire; change one of its bounds
          'riskOver: 0.5, riskAtMost: 0.5' | rules[1].filter.riskAtMost: no number can be over 0.5 and at most 0.5, so the rule can never fire
          riskOver: 999999999999.999999 | rules[1].filter.riskOver: no number can be over 999999999999.999999, so
          riskBelow: -999999999999.999999 | no number can be below -999999999999.999999, so the rule can never fire
          present: maybe | rules[1].filter.present: found 'maybe', expected one of true, false, yes, no
          ipIn: Not a list | rules[1].filter.ipIn: found 'Not a list', expected the name of a list
          'ip: x, ipNot: X' | rules[1].filter.ipNot: 'x' is in ip too; take it out of one of them
          """)
  void saysWhereWhatIsWrong(String said, String message) {
    assertThatExceptionOfType(MisuseException.class)
        .isThrownBy(() -> filter(said))
        .withMessageContaining(message);
  }

  /** What a filter says of known fields is refused as the name of a declared one. */
  @Test
  void theWordsOfFiltersAreAllThatAFilterKnows() {
    String unknown = "rules[1].filter: unknown 'x', expected one of ";
    assertThatExceptionOfType(MisuseException.class)
        .isThrownBy(
            () ->
                RuleBookReader.parse(
                    "book", String.format(BOOK.replaceFirst("fields.*\n", ""), "x: 1")))
        .withMessageContaining(unknown + String.join(", ", Filter.words()));
  }
}
