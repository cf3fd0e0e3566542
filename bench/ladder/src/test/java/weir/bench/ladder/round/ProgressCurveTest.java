package weir.bench.ladder.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import weir.bench.ladder.round.ProgressCurve.Point;
import weir.bench.ladder.round.ProgressCurve.Sighting;
import weir.model.LogPosition;

/** How far a contestant has come is told by the furthest alert of each partition. */
class ProgressCurveTest {
  private static Sighting sighting(long millis, int partition, long offset) {
    return new Sighting(millis, new LogPosition(partition, offset, 0));
  }

  @Test
  void addsUpThePartitions() {
    ProgressCurve curve =
        ProgressCurve.of(List.of(sighting(10, 0, 99), sighting(20, 1, 49), sighting(30, 0, 199)));
    assertThat(curve.first()).isEqualTo(new Point(10, 100));
    assertThat(curve.reaching(150)).isEqualTo(new Point(20, 150));
    assertThat(curve.last()).isEqualTo(new Point(30, 250));
  }

  @Test
  void anAlertThatComesAgainOrAboutSomethingOlderChangesNothing() {
    ProgressCurve curve =
        ProgressCurve.of(List.of(sighting(10, 0, 99), sighting(20, 0, 9), sighting(30, 0, 99)));
    assertThat(curve.last()).isEqualTo(new Point(10, 100));
  }

  @Test
  void theOrderInWhichPartitionsAreReadDoesNotMatter() {
    List<Sighting> inOrder = List.of(sighting(10, 0, 9), sighting(20, 1, 9), sighting(30, 0, 19));
    List<Sighting> byPartition = List.of(inOrder.get(1), inOrder.get(0), inOrder.get(2));
    assertThat(ProgressCurve.of(byPartition).reaching(20))
        .isEqualTo(ProgressCurve.of(inOrder).reaching(20))
        .isEqualTo(new Point(20, 20));
  }

  @Test
  void speedIsWhatWasJudgedInBetween() {
    assertThat(ProgressCurve.speed(new Point(1000, 100), new Point(3000, 5100)))
        .isCloseTo(2500, within(1e-9));
  }

  @Test
  void whatWasNeverReachedIsTheEnd() {
    ProgressCurve curve = ProgressCurve.of(List.of(sighting(10, 0, 9)));
    assertThat(curve.reaching(1000)).isEqualTo(new Point(10, 10));
  }
}
