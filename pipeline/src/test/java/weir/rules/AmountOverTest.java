package weir.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weir.model.Alert;
import weir.model.Sample;

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
    Filter filter = new Filter(Set.of("PayPal"), Set.of(), Set.of("DE"), Set.of("EUR"), null, null);
    Sample sample = Sample.at(0).pay("99", currency).in("X", country);
    assertThat(fires("50", filter, method == null ? sample : sample.by(method))).isEqualTo(fires);
  }

  @ParameterizedTest
  @CsvSource({"10.00, false", "10.01, true", "49.99, true", "50.00, false"})
  void anAmountRangeExcludesBothEnds(String amount, boolean fires) {
    Filter filter =
        new Filter(
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            new AmountLimit(BigDecimal.TEN),
            new AmountLimit(new BigDecimal("50")));
    assertThat(fires("0", filter, Sample.at(0).pay(amount, "EUR"))).isEqualTo(fires);
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
