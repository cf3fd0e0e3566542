package weir.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import weir.failure.MisuseException;

/** A rule that can never fire is refused; one that can, however rarely, is not. */
class NeverFiringTest {
  private static RuleBook read(String rule) {
    return RuleBookReader.parse(
        "book",
        """
        allowedLateness: 1 min
        allowedClockSkew: 5 s
        currencyScale: {JPY: 160, KWD: 0.35, USD: 100000000}
        rules:
        - {id: a, version: 1, severity: low, %s}
        """
            .formatted(rule));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          kind: amount-over, limit: 5, filter: {currency: EURO} | filter.currency: 'EURO' is no currency of ISO 4217, such as EUR; did you mean 'EUR'?
          kind: amount-over, limit: 5, filter: {currency: [EUR, QQQ]} | filter.currency: 'QQQ' is no currency of ISO 4217, such as EUR
          kind: amount-over, limit: 5, filter: {currencyNot: Euro} | filter.currencyNot: 'Euro' is no currency of ISO 4217, such as EUR; did you mean 'EUR'?
          kind: amount-over, limit: 5, filter: {currency: EUR, currencyNot: eur} | filter.currencyNot: 'eur' is in currency too; take it out of one of them
          kind: amount-over, limit: 5, filter: {category: [a, B], categoryNot: ' b'} | filter.categoryNot: 'b' is in category too; take it out of one of them
          kind: amount-over, limit: 5, filter: {amountOver: 50, amountBelow: 10} | filter.amountBelow: no payment can be over 50 and below 10, so the rule can never fire; change one of its bounds
          kind: amount-over, limit: 5, filter: {amountOver: 50, amountAtMost: 50} | filter.amountAtMost: no payment can be over 50 and at most 50, so the rule can never fire; change one of its bounds
          kind: amount-over, limit: 5, filter: {amountOver: 10, amountBelow: 10.01, currency: EUR} | filter.amountBelow: no payment can be over 10 and below 10.01, so the rule can never fire; change one of its bounds
          kind: amount-over, limit: 5, filter: {amountBelow: 0} | filter.amountBelow: no payment can be below 0, so the rule can never fire; change one of its bounds
          kind: amount-over, limit: 5, filter: {currency: EUR, amountOver: 10000000000000} | filter.amountOver: no payment can be over 10000000000000, so the rule can never fire; change one of its bounds
          kind: amount-over, limit: 5000, filter: {amountBelow: 4000} | limit: no payment below 4000 can be over this limit, so the rule can never fire; lower the limit or change the filter
          kind: amount-over, limit: 4000, filter: {amountAtMost: 4000} | limit: no payment at most 4000 can be over this limit, so the rule can never fire; lower the limit or change the filter
          kind: amount-over, limit: 99999999999999, filter: {currency: EUR} | limit: no payment in such a currency can be over this limit, so the rule can never fire; lower the limit or change the filter
          kind: sum-in-window, window: 1 h, limit: 5, filter: {amountBelow: 0.01, currency: EUR} | limit: no sum of payments below 0.01 can be over this limit, so the rule can never fire; lower the limit or change the filter
          kind: sum-in-window, window: 1 h, limit: 999999999999999, filter: {currency: USD} | limit: no sum of payments in such a currency can be over this limit, so the rule can never fire; lower the limit or change the filter
          kind: total-in-windows, window: 1 h, every: 1 h, limit: 999999999999999, filter: {currency: USD} | limit: no sum of payments in such a currency can be over this limit, so the rule can never fire; lower the limit or change the filter
          kind: total-in-windows, window: 1 min, every: 7 min, limit: 5 | every: every (7 min) must not exceed window (1 min)
          kind: total-in-windows, window: 1 h, every: 1 ms, limit: 5 | every: with every (1 ms) a payment would be in 3,600,000 windows (1 h), expected at most 10,000
          kind: travel-speed, window: 1 h, overKmh: 900, overKm: 100, filter: {coordinates: no} | filter.coordinates: travel-speed looks only at payments with coordinates, so the rule can never fire; leave this out
          kind: travel-speed, window: 1 h, overKmh: 900, overKm: 20016 | overKm: found '20016', expected a whole number from 0 to 20015
          kind: travel-speed, window: 1 h, overKmh: 90000000, overKm: 1 | overKmh: found '90000000', expected a whole number from 1 to 72054000
          """)
  void isRefused(String rule, String message) {
    assertThatExceptionOfType(MisuseException.class)
        .isThrownBy(() -> read(rule))
        .satisfies(
            wrong ->
                assertThat(wrong.getMessage())
                    .matches("book:5:\\d+: .*")
                    .endsWith(" rules[1]." + message));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // In dinars there is an amount between, and in yen none is.
        "kind: amount-over, limit: 5, filter: {amountOver: 10, amountBelow: 10.01}",
        "kind: amount-over, limit: 0, filter: {amountBelow: 0.01}",
        "kind: amount-over, limit: 5, filter: {country: Atlantis, currency: eur}",
        "kind: amount-over, limit: 3999.99, filter: {amountAtMost: 4000}",
        "kind: amount-over, limit: 9999999999999.98, filter: {currency: EUR}",
        "kind: count-in-window, window: 1 ms, moreThan: 1000000, filter: {amountBelow: 0.01}",
        "kind: sum-in-window, window: 1 h, limit: 90000, filter: {amountBelow: 0.02}",
        "kind: distinct-places, window: 1 h, atLeast: 2, filter: {coordinates: false}",
        "kind: travel-speed, window: 1 ms, overKmh: 72054000, overKm: 20015",
        "kind: total-in-windows, window: 7 min, every: 7 min, limit: 5",
        "kind: amount-over, limit: 5, filter: {category: [a, b], categoryNot: c}",
      })
  void isNotRefusedIfItCanFire(String rule) {
    assertThat(read(rule).rules()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {EURO: 1} | book:3:17: currencyScale: 'EURO' is no currency of ISO 4217, such as EUR; did you mean 'EUR'?
          {jpy: 160} | book:3:17: currencyScale: 'jpy' is no currency of ISO 4217, such as EUR; did you mean 'JPY'?
          {JPY: 0} | book:3:22: currencyScale.JPY: found '0', expected a factor over 0 with at most 4 decimals, such as 160
          {JPY: -2} | book:3:22: currencyScale.JPY: found '-2', expected a factor over 0 with at most 4 decimals, such as 160
          {JPY: 1e2} | book:3:22: currencyScale.JPY: found '1e2', expected a factor over 0 with at most 4 decimals, such as 160
          """)
  void aScaleIsOfRealCurrencies(String scale, String message) {
    String book =
        """
        allowedLateness: 1 min
        allowedClockSkew: 5 s
        currencyScale: %s
        rules:
        - {id: a, version: 1, severity: low, kind: amount-over, limit: 5}
        """;
    assertThatExceptionOfType(MisuseException.class)
        .isThrownBy(() -> RuleBookReader.parse("book", book.formatted(scale)))
        .withMessage(message);
  }
}
