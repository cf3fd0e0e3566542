package weir.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import weir.filter.AmountLimit;
import weir.filter.CurrencyScale;
import weir.filter.Filter;
import weir.filter.Names;
import weir.model.Alert;
import weir.oracle.Sample;

class SumInWindowTest {
  private static final long WINDOW = 3_600_000;
  private static final AmountLimit HUNDRED =
      new AmountLimit(
          new BigDecimal("100"), new CurrencyScale(Map.of("JPY", new BigDecimal("160"))));

  private static Judging judging(Filter filter) {
    return new Judging(new SumInWindow(Judging.header(filter), HUNDRED, WINDOW));
  }

  private static Sample pay(long time, String amount) {
    return Sample.at(time).pay(amount, "EUR");
  }

  @Test
  void firesOverTheLimitAndNotAtIt() {
    Judging judging = judging(Filter.NONE).then(pay(1, "60"), pay(2, "40.00"));
    assertThat(judging.raised()).isEmpty();
    assertThat(judging.then(pay(3, "0.01")).raised()).containsExactly("t3");
  }

  @Test
  void whatIsAWholeWindowAgoDoesNotCount() {
    assertThat(judging(Filter.NONE).then(pay(0, "60"), pay(WINDOW, "60")).raised()).isEmpty();
    assertThat(judging(Filter.NONE).then(pay(1, "60"), pay(WINDOW, "60")).raised()).hasSize(1);
  }

  @Test
  void currenciesHaveNoSum() {
    Judging judging = judging(Filter.NONE);
    judging.then(pay(1, "90"), Sample.at(2).pay("90", "USD"), Sample.at(3).pay("15999", "JPY"));
    assertThat(judging.raised()).isEmpty();
    Alert alert = judging.then(Sample.at(4).pay("2", "JPY")).alerts().get(0);
    assertThat(alert.unit()).isEqualTo("JPY");
    assertThat(alert.limit()).isEqualTo(new BigDecimal("16000"));
    assertThat(alert.evidence()).containsExactly("t3", "t4");
    assertThat(alert.seen()).isEqualTo(4);
  }

  @Test
  void onlyWhatMatchesCountsAndIsJudged() {
    Filter medium =
        new Filter(
            Names.ALL,
            Names.ALL,
            Names.ALL,
            Names.ALL,
            null,
            new AmountLimit(new BigDecimal("80")),
            null,
            null);
    Judging judging = judging(medium).then(pay(1, "500"), pay(2, "70"), pay(3, "20"));
    assertThat(judging.raised()).isEmpty();
    Alert alert = judging.then(pay(4, "11")).alerts().get(0);
    assertThat(alert.reason())
        .isEqualTo("EUR 101.00 in 3 matching transactions within 1 h, over the limit of 100");
    assertThat(alert.observed()).isEqualTo(new BigDecimal("101.00"));
  }

  @Test
  void aLateArrivalRaisesWhatCameAfterIt() {
    Judging judging = judging(Filter.NONE).then(pay(1000, "60"), pay(3000, "30"));
    judging.then(pay(2000, "20").received(4000));
    assertThat(judging.raised()).containsExactly("t3000");
  }
}
