package weir.dashboard.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import weir.dashboard.live.Health.State;

/** When a pipeline that judges is said to be behind. */
class HealthTest {
  private static State of(State state, Long unread, Double perSecond) {
    return new Health(state, null, Health.Sign.OFFSET, 1L).with(unread, perSecond).state();
  }

  @Test
  void whoeverHasMoreToReadThanCommitsExplainIsBehind() {
    assertThat(of(State.JUDGED, Health.FEW, 0.0)).isEqualTo(State.JUDGED);
    assertThat(of(State.JUDGED, Health.FEW + 1, 0.0)).isEqualTo(State.BEHIND);
    assertThat(of(State.JUDGED, 100 * Health.USUAL_SECONDS, 100.0)).isEqualTo(State.JUDGED);
    assertThat(of(State.JUDGED, 100 * Health.USUAL_SECONDS + 1, 100.0)).isEqualTo(State.BEHIND);
    assertThat(of(State.STALLED, 1_000_000L, 1.0)).isEqualTo(State.STALLED);
    assertThat(Health.UNKNOWN.with(null, null).state()).isEqualTo(State.UNKNOWN);
  }
}
