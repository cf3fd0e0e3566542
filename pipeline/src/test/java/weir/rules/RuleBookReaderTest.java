package weir.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weir.model.Severity;
import weir.yaml.InvalidFileException;

class RuleBookReaderTest {
  private static final String BOOK =
      """
      allowedLateness: 1 min
      allowedClockSkew: 5 s
      rules:
        - id: busy
          version: 2
          kind: count-in-window
          severity: low
          moreThan: 3
          window: 1 min
          filter:
            paymentMethod: [PayPal, card]
            amountBelow: 50
      """;

  private static AmountLimit amount(String major) {
    return new AmountLimit(new BigDecimal(major));
  }

  private static AmountLimit amount(String major, CurrencyScale scale) {
    return new AmountLimit(new BigDecimal(major), scale);
  }

  private static Filter filter(Names paymentMethods, Names categories) {
    return new Filter(paymentMethods, categories, Names.ALL, Names.ALL, null, null, null);
  }

  private static RuleHeader header(String id, int version, Severity severity) {
    return new RuleHeader(id, version, severity, Filter.NONE);
  }

  @Test
  void theDefaultBookIsWhatTheReadmeSays() {
    RuleBook book = RuleBookReader.readDefault();
    assertThat(book.allowedLatenessMillis()).isEqualTo(60_000);
    assertThat(book.allowedClockSkewMillis()).isEqualTo(5_000);
    Names noSubscription = Names.not("subscription");
    CurrencyScale scale = ((AmountOver) book.rules().get(0)).limit().scale();
    assertThat(scale.factors())
        .containsEntry("JPY", new BigDecimal("160"))
        .doesNotContainKey("EUR");
    assertThat(book.rules())
        .containsExactly(
            new AmountOver(header("high-value", 2, Severity.MEDIUM), amount("3500", scale)),
            new AmountOver(header("very-high-value", 2, Severity.HIGH), amount("9000", scale)),
            new CountInWindow(
                new RuleHeader("velocity", 2, Severity.HIGH, filter(Names.ALL, noSubscription)),
                3,
                60_000),
            new CountInWindow(
                new RuleHeader(
                    "paypal-small",
                    2,
                    Severity.MEDIUM,
                    new Filter(
                        Names.of("PayPal"),
                        noSubscription,
                        Names.ALL,
                        Names.ALL,
                        null,
                        amount("50", scale),
                        null)),
                3,
                240_000),
            new DistinctPlaces(
                new RuleHeader(
                    "many-places",
                    2,
                    Severity.HIGH,
                    new Filter(Names.ALL, Names.ALL, Names.ALL, Names.ALL, null, null, true)),
                2,
                120_000),
            new TravelSpeed(
                header("impossible-travel", 1, Severity.CRITICAL), 900, 100, 6 * 3_600_000),
            new SumInWindow(
                new RuleHeader(
                    "slow-drain",
                    1,
                    Severity.HIGH,
                    new Filter(
                        Names.ALL,
                        Names.ALL,
                        Names.ALL,
                        Names.ALL,
                        null,
                        amount("3500", scale),
                        null)),
                amount("5000", scale),
                3_600_000),
            new TotalInWindows(
                header("windowed-spend", 2, Severity.CRITICAL),
                amount("10000", scale),
                60_000,
                30_000));
  }

  @Test
  void readsFiltersAndVersions() {
    Rule rule = RuleBookReader.parse("book", BOOK).rules().get(0);
    assertThat(rule.header().version()).isEqualTo(2);
    assertThat(rule.header().filter().paymentMethods()).isEqualTo(Names.of("paypal", "CARD"));
    assertThat(rule.header().filter().amountBelow()).isEqualTo(amount("50"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          kind: count-in-window | kind: magic | book:6: rules[1].kind: found 'magic', expected one of amount-over, count-in-window, sum-in-window, distinct-places, travel-speed, total-in-windows
          moreThan: 3 | moreThan: many | book:8: rules[1].moreThan: found 'many', expected a whole number of at least 1
          moreThan: 3 | moreThan: 0 | book:8: rules[1].moreThan: found '0', expected a whole number of at least 1
          moreThan: 3 | atLeast: 3 | book:4: rules[1].moreThan: is missing, expected it here
          window: 1 min | window: 1 fortnight | book:9: rules[1].window: found '1 fortnight', expected a length of time such as 30 s, 1 min or 6 h, up to 31 d
          window: 1 min | window: 32 d | book:9: rules[1].window: found '32 d', expected a length of time such as 30 s, 1 min or 6 h, up to 31 d
          severity: low | severity: awful | book:7: rules[1].severity: found 'awful', expected one of low, medium, high, critical
          severity: low | limit: 5 | book:4: rules[1].severity: is missing, expected it here
          version: 2 | version: 2.5 | book:5: rules[1].version: found '2.5', expected a whole number of at least 1
          id: busy | id: Busy Rule | book:4: rules[1].id: found 'Busy Rule', expected lower-case letters, digits and hyphens
          amountBelow: 50 | amountBelow: -1 | book:12: rules[1].filter.amountBelow: found '-1', expected an amount of at least 0 with at most 4 decimals, such as 3500
          amountBelow: 50 | amountUnder: 50 | book:12: rules[1].filter.amountUnder: is not known here, expected one of amountBelow, amountOver, category, categoryNot, coordinates, country, countryNot, currency, currencyNot, paymentMethod, paymentMethodNot
          [PayPal, card] | [] | book:11: rules[1].filter.paymentMethod: found an empty list, expected at least one name
          allowedLateness: 1 min | allowedLateness: soon | book:1: allowedLateness: found 'soon', expected a length of time such as 30 s, 1 min or 6 h, up to 31 d
          allowedClockSkew: 5 s | skew: 5 s | book:1: allowedClockSkew: is missing, expected it here
          moreThan: 3 | moreThan: 3, 4 | book:8: rules[1].moreThan: found '3, 4', expected a whole number of at least 1
          version: 2 | id: again | book:5: rules[1].id: is given twice, expected it once
          """)
  void saysWhereWhatIsWrongAndWhatWasExpected(String right, String wrong, String message) {
    assertThatExceptionOfType(InvalidFileException.class)
        .isThrownBy(() -> RuleBookReader.parse("book", BOOK.replace(right, wrong)))
        .withMessage(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          '' | book: found no mapping, expected one of name: value
          [1, 2] | book:1: found no mapping, expected one of name: value
          '{allowedLateness: 1 s, allowedClockSkew: 1 s, rules: []}' | book:1: rules: found no rule, expected at least one
          '{allowedLateness: 1 s, allowedClockSkew: 1 s, rules: 7}' | book:1: rules: found no list, expected a list of mappings
          'a: [' | book:1: not YAML: expected the node content, but found '<stream end>'
          """)
  void refusesWhatIsNoBook(String yaml, String message) {
    assertThatExceptionOfType(InvalidFileException.class)
        .isThrownBy(() -> RuleBookReader.parse("book", yaml))
        .withMessage(message);
  }

  @Test
  void twoRulesCannotShareAnId() {
    String again = BOOK + BOOK.substring(BOOK.indexOf("  - id"));
    assertThatExceptionOfType(InvalidFileException.class)
        .isThrownBy(() -> RuleBookReader.parse("book", again))
        .withMessage("book:13: rules[2].id: found 'busy' a second time, expected an id of its own");
  }

  @Test
  void aTotalNeedsAStepThatFitsItsWindow() {
    String total =
        """
        allowedLateness: 1 min
        allowedClockSkew: 5 s
        rules:
          - {id: a, version: 1, kind: total-in-windows, severity: low, limit: 1, window: 1 s, every: 2 s}
        """;
    assertThatExceptionOfType(InvalidFileException.class)
        .isThrownBy(() -> RuleBookReader.parse("book", total))
        .withMessageContaining("expected every is at most as long as window");
  }

  @Test
  void aFileThatCannotBeReadIsNamed(@TempDir Path folder) throws IOException {
    Path binary = folder.resolve("binary.yaml");
    Files.write(binary, new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
    for (Path file : new Path[] {folder.resolve("none.yaml"), folder, binary}) {
      assertThatExceptionOfType(InvalidFileException.class)
          .isThrownBy(() -> RuleBookReader.read(file))
          .withMessageStartingWith(file.toString());
    }
  }
}
