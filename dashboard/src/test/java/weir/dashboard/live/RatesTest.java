package weir.dashboard.live;

import static org.assertj.core.api.Assertions.assertThat;
import static weir.dashboard.live.Rates.Counter.DATABASE;
import static weir.dashboard.live.Rates.Counter.LOG;

import org.junit.jupiter.api.Test;

class RatesTest {
  private static final long SECOND = 1_000_000_000L;

  private final Rates rates = new Rates();

  @Test
  void theRateIsWhatLiesBetweenTwoCounts() {
    rates.transactions(LOG, 1000, 0);
    assertThat(rates.tick(1).transactions()).isNull();

    rates.transactions(LOG, 1100, 2 * SECOND);
    assertThat(rates.tick(2).transactions()).isEqualTo(50.0);
  }

  @Test
  void aSourceThatWasAwayTellsNothingAboutTheTimeBetween() {
    rates.transactions(LOG, 1000, 0);
    rates.transactionsUnknown(LOG);
    rates.transactions(LOG, 9000, SECOND);

    assertThat(rates.transactionRate()).isNull();
  }

  @Test
  void betweenTheCountsOfTwoCountersLiesNothing() {
    rates.transactions(LOG, 1000, 0);
    rates.transactions(LOG, 1010, SECOND);
    rates.transactions(DATABASE, 50, 2 * SECOND);
    rates.transactions(LOG, 90_000, 3 * SECOND);
    assertThat(rates.transactionRate()).isEqualTo(10.0);

    rates.transactionsUnknown(DATABASE);
    assertThat(rates.transactionRate()).isEqualTo(10.0);
    rates.transactions(LOG, 90_020, 4 * SECOND);
    assertThat(rates.transactionRate()).isEqualTo(20.0);
  }

  @Test
  void aLogThatBeganAnewHasNoNegativeRate() {
    rates.transactions(LOG, 1000, 0);
    rates.transactions(LOG, 1010, SECOND);
    rates.transactions(LOG, 5, 2 * SECOND);
    assertThat(rates.transactionRate()).isEqualTo(10.0);
    rates.transactions(LOG, 8, 3 * SECOND);
    assertThat(rates.transactionRate()).isEqualTo(3.0);
  }

  @Test
  void alertsOfASecondAreCountedOnce() {
    rates.alerts(3);
    assertThat(rates.tick(1).alerts()).isEqualTo(3);
    assertThat(rates.tick(2).alerts()).isZero();
    assertThat(rates.alertsInAll()).isEqualTo(3);
  }

  @Test
  void olderSecondsAreForgotten() {
    for (int i = 0; i < Rates.SECONDS + 10; i++) {
      rates.tick(i);
    }
    assertThat(rates.points()).hasSize(Rates.SECONDS);
    assertThat(rates.points().get(0).time()).isEqualTo(10);
  }
}
