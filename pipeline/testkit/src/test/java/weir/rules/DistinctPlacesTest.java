package weir.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import weir.model.Alert;
import weir.oracle.Sample;

class DistinctPlacesTest {
  private static final long WINDOW = 120_000;

  private static Judging judging() {
    return new Judging(new DistinctPlaces(Judging.header(), 2, WINDOW));
  }

  @Test
  void twoCitiesWithinTheWindow() {
    Judging judging =
        judging().then(Sample.at(1).in("Berlin", "DE"), Sample.at(WINDOW).in("Paris", "FR"));
    Alert alert = judging.alerts().get(0);
    assertThat(alert.reason()).isEqualTo("2 cities within 2 min: Berlin (DE), Paris (FR)");
    assertThat(Objects.requireNonNull(alert.observed()).intValue()).isEqualTo(2);
    assertThat(alert.evidence()).containsExactly("t1", "t120000");
  }

  @Test
  void exactlyOneWindowApartIsOutside() {
    Judging judging =
        judging().then(Sample.at(0).in("Berlin", "DE"), Sample.at(WINDOW).in("Paris", "FR"));
    assertThat(judging.raised()).isEmpty();
  }

  @Test
  void spellingInOtherCaseIsTheSameCity() {
    Judging judging =
        judging().then(Sample.at(0).in("Berlin", "DE"), Sample.at(1).in(" BERLIN", "de"));
    assertThat(judging.raised()).isEmpty();
  }

  @Test
  void theSameNameInAnotherCountryIsAnotherCity() {
    Judging judging =
        judging().then(Sample.at(0).in("Paris", "FR"), Sample.at(1).in("Paris", "US"));
    assertThat(judging.raised()).containsExactly("t1");
  }

  @Test
  void whoNamesNoCityIsNotJudgedAndDoesNotCount() {
    Judging judging =
        judging()
            .then(
                Sample.at(0).in("Berlin", "DE"),
                Sample.at(1).in(null, "FR"),
                Sample.at(2).in("Berlin", "DE"));
    assertThat(judging.raised()).isEmpty();
  }

  @Test
  void manyCitiesAreNotAllNamed() {
    Judging judging = judging();
    for (int i = 0; i < 7; i++) {
      judging.then(Sample.at(i).in("C" + i, null));
    }
    assertThat(judging.alerts().get(5).reason())
        .isEqualTo("7 cities within 2 min: C0, C1, C2, C3, C4, ...");
  }
}
