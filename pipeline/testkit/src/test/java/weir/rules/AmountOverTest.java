package weir.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weir.filter.AmountLimit;
import weir.filter.CurrencyScale;
import weir.filter.Filter;
import weir.filter.Names;
import weir.model.Alert;
import weir.oracle.Sample;

class AmountOverTest {
  private static AmountOver over(String limit, Filter filter) {
    return new AmountOver(Judging.header(filter), new AmountLimit(new BigDecimal(limit)));
  }

  private static boolean fires(String limit, Filter filter, Sample sample) {
    return !new Judging(over(limit, filter)).then(sample).alerts().isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "3500, 3500.00, EUR, false",
    "3500, 3500.01, EUR, true",
    "3500, 3500, JPY, false",
    "3500, 3501, JPY, true",
    "3500, 3500.000, KWD, false",
    "3500, 3500.001, KWD, true",
    "0.5, 0, JPY, false",
    "0.5, 1, JPY, true",
    "0.005, 0.00, EUR, false",
    "0.005, 0.01, EUR, true"
  })
  void firesAboveTheLimitAndNotAtIt(String limit, String amount, String currency, boolean fires) {
    assertThat(fires(limit, Filter.NONE, Sample.at(0).pay(amount, currency))).isEqualTo(fires);
  }

  @ParameterizedTest
  @CsvSource({
    "PayPal, EUR, DE, true",
    "paypal, EUR, de, true",
    "card, EUR, DE, false",
    ", EUR, DE, false",
    "PayPal, USD, DE, false",
    "PayPal, EUR, FR, false",
    "PayPal, EUR, , false"
  })
  void looksOnlyAtWhatItsFilterNames(
      String method, String currency, String country, boolean fires) {
    Filter filter =
        new Filter(
            Names.of("PayPal"), Names.ALL, Names.of("DE"), Names.of("EUR"), null, null, null, null);
    Sample sample = Sample.at(0).pay("99", currency).in("X", country);
    assertThat(fires("50", filter, method == null ? sample : sample.by(method))).isEqualTo(fires);
  }

  @ParameterizedTest
  @CsvSource({"10.00, false", "10.01, true", "49.99, true", "50.00, false"})
  void anAmountRangeExcludesBothEnds(String amount, boolean fires) {
    Filter filter =
        new Filter(
            Names.ALL,
            Names.ALL,
            Names.ALL,
            Names.ALL,
            new AmountLimit(BigDecimal.TEN),
            new AmountLimit(new BigDecimal("50")),
            null,
            null);
    assertThat(fires("0", filter, Sample.at(0).pay(amount, "EUR"))).isEqualTo(fires);
  }

  @ParameterizedTest
  @CsvSource({
    "card, groceries, true, true",
    "PayPal, groceries, true, false",
    "paypal, groceries, true, false",
    ", groceries, true, true",
    "card, Subscription, true, false",
    "card, , true, true",
    "card, groceries, false, false"
  })
  void looksAtNothingThatItsFilterExcludes(
      String method, String category, boolean located, boolean fires) {
    Filter filter =
        new Filter(
            Names.not("PayPal"),
            Names.not("subscription"),
            Names.ALL,
            Names.ALL,
            null,
            null,
            null,
            true);
    Sample sample = Sample.at(0).pay("99", "EUR").category(category);
    sample = located ? sample.on(1, 2) : sample;
    assertThat(fires("50", filter, method == null ? sample : sample.by(method))).isEqualTo(fires);
  }

  @ParameterizedTest
  @CsvSource({
    "100.01, EUR, true, 100",
    "100, EUR, false, 100",
    "16000, JPY, false, 16000",
    "16001, JPY, true, 16000",
    "33.335, KWD, false, 33.335",
    "33.336, KWD, true, 33.335"
  })
  void theLimitIsScaledToTheCurrency(String amount, String currency, boolean fires, String limit) {
    CurrencyScale scale =
        new CurrencyScale(Map.of("JPY", new BigDecimal("160.0"), "KWD", new BigDecimal("0.33335")));
    AmountLimit scaled = new AmountLimit(new BigDecimal("100"), scale);
    Judging judging = new Judging(new AmountOver(Judging.header(Filter.NONE), scaled));
    List<Alert> alerts = judging.then(Sample.at(0).pay(amount, currency)).alerts();
    assertThat(alerts).hasSize(fires ? 1 : 0);
    assertThat(scaled.in(currency).toPlainString()).isEqualTo(limit);
    if (fires) {
      assertThat(alerts.get(0).reason()).endsWith("is over the limit of " + limit);
    }
  }

  @Test
  void saysWhyAndLooksAtNothingElse() {
    Judging judging = new Judging(over("3500", Filter.NONE));
    judging.then(Sample.at(1000).id("a"), Sample.at(1000).id("b").pay("3600.50", "EUR"));
    Alert alert = judging.alerts().get(0);
    assertThat(alert.seen()).isEqualTo(1);
    assertThat(alert.observed()).isEqualTo(new BigDecimal("3600.50"));
    assertThat(alert.limit()).isEqualTo(new BigDecimal("3500"));
    assertThat(alert.unit()).isEqualTo("EUR");
    assertThat(alert.evidence()).containsExactly("b");
    assertThat(alert.reason()).isEqualTo("EUR 3600.50 in one payment is over the limit of 3500");
    assertThat(judging.then(Sample.at(1000).id("c")).alerts()).hasSize(1);
  }
}
