package weir.score;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import weir.book.RuleBookReader;
import weir.traffic.People;
import weir.traffic.Rate;
import weir.traffic.TrafficSettings;

/**
 * How many people a demo plays, so that the rules are as right at a great rate as at a small one.
 */
class PeopleTest {
  // A weekday's morning in Europe.
  private static final long START = 1_767_603_600_000L;
  private static final long PAYMENTS = 300_000;

  private static RuleScore velocity(int users, double rate) {
    TrafficSettings settings = TrafficSettings.of(1, users, Rate.constant(rate), START);
    RuleScore score =
        ScoredRun.of(settings, RuleBookReader.readDefault(), (long) (PAYMENTS / rate * 1000))
            .rule("velocity")
            .orElseThrow();
    System.out.printf(
        "velocity, %,d people, %.0f tx/s: %,d alerts, %.1f %% right%n",
        users, rate, score.alerts(), 100 * score.precision());
    return score;
  }

  @Test
  void atThreeHundredASecondVelocityIsAsRightAsAtFifty() {
    double usual = velocity(People.enoughFor(Rate.constant(50)), 50).precision();
    double fast = velocity(People.enoughFor(Rate.constant(300)), 300).precision();
    assertThat(fast).isGreaterThanOrEqualTo(usual - 0.02).isGreaterThan(0.9);
    assertThat(velocity(20_000, 300).precision()).isLessThan(0.9);
  }

  @Test
  void thePeakOfADayCounts() {
    assertThat(People.enoughFor(Rate.constant(50))).isEqualTo(20_000);
    assertThat(People.enoughFor(new Rate(1, 300))).isEqualTo(120_000);
    assertThat(People.enoughFor(Rate.constant(0.1))).isEqualTo(20_000);
    assertThat(People.enoughFor(Rate.constant(1e9))).isEqualTo(4_000_000);
  }
}
