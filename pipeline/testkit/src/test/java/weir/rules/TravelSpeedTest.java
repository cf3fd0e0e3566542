package weir.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import weir.model.Alert;
import weir.oracle.Sample;

class TravelSpeedTest {
  private static final long HOUR = 3_600_000;

  /** A degree of longitude on the equator, in metres, on a sphere of the Earth's mean radius. */
  private static final long DEGREE = 111_195;

  private static Judging judging(int overKmh, int overKm) {
    return new Judging(new TravelSpeed(Judging.header(), overKmh, overKm, 6 * HOUR));
  }

  @Test
  void aFlightOfImpossibleSpeed() {
    Judging judging =
        judging(900, 100)
            .then(
                Sample.at(0).in("Berlin", "DE").on(52.52, 13.405),
                Sample.at(HOUR).in("Tokyo", "JP").on(35.676, 139.65));
    Alert alert = judging.alerts().get(0);
    assertThat(alert.reason())
        .isEqualTo("Berlin (DE) to Tokyo (JP), 8915 km in 1 h: 8916 km/h, over 900");
    assertThat(alert.evidence()).containsExactly("t0", "t3600000");
  }

  @Test
  void exactlyAtTheSpeedIsPossible() {
    Sample from = Sample.at(0).on(0, 0);
    Sample to = Sample.at(HOUR).on(0, 1);
    assertThat(judging(111, 0).then(from, to).raised()).isEmpty();
    assertThat(judging(110, 0).then(from, to).raised()).containsExactly("t3600000");
  }

  @Test
  void shortWaysDoNotCountHoweverFast() {
    Sample from = Sample.at(0).on(0, 0);
    Sample to = Sample.at(1000).on(0, 1);
    assertThat(Geography.metresBetween(from.tx(), to.tx())).isEqualTo(DEGREE);
    assertThat(judging(1, 112).then(from, to).raised()).isEmpty();
    assertThat(judging(1, 111).then(from, to).raised()).containsExactly("t1000");
  }

  @Test
  void theWayOverTheDateLineIsShort() {
    assertThat(
            Geography.metresBetween(
                Sample.at(0).on(0, 179.5).tx(), Sample.at(0).on(0, -179.5).tx()))
        .isEqualTo(DEGREE);
  }

  @Test
  void theLongestWayIsHalfTheEarth() {
    assertThat(Geography.metresBetween(Sample.at(0).on(90, 0).tx(), Sample.at(0).on(-90, 7).tx()))
        .isEqualTo(20_015_114);
  }

  @Test
  void twoPlacesAtOneInstantAreTakenToBeASecondApart() {
    Judging judging =
        judging(900, 100).then(Sample.at(0).id("a").on(0, 0), Sample.at(0).id("b").on(0, 1));
    assertThat(judging.raised()).containsExactly("b");
    assertThat(Objects.requireNonNull(judging.alerts().get(0).observed()).longValue())
        .isEqualTo(DEGREE * 36 / 10);
  }

  @Test
  void whoHasNoCoordinatesIsPassedOver() {
    Judging judging =
        judging(900, 100)
            .then(Sample.at(0).on(0, 0), Sample.at(1000).in("X", null), Sample.at(2000).on(0, 5));
    assertThat(judging.raised()).containsExactly("t2000");
  }

  @Test
  void beyondTheWindowNobodyAsks() {
    Judging judging = judging(1, 100).then(Sample.at(0).on(0, 0), Sample.at(6 * HOUR).on(0, 170));
    assertThat(judging.raised()).isEmpty();
  }

  @Test
  void aPlaceInBetweenThatTurnsUpLateTakesTheAlertBack() {
    Judging judging = judging(900, 100).then(Sample.at(0).on(0, 0), Sample.at(50_000).on(0, 5));
    assertThat(judging.raised()).containsExactly("t50000");
    judging.then(Sample.at(40_000).id("late").on(0, 5).received(60_000));
    assertThat(judging.withdrawn()).containsExactly("t50000");
    assertThat(judging.raised()).containsExactly("t50000", "late");
    Alert withdrawn = judging.alerts().get(2);
    assertThat(withdrawn.id()).isEqualTo(judging.alerts().get(0).id());
    assertThat(withdrawn.seen()).isEqualTo(3);
  }
}
