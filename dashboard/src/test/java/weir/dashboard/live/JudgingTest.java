package weir.dashboard.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When the page says that nothing is judged, by a clock of its own: one step is a second. */
class JudgingTest {
  private static final int SOON = (int) (Judging.ROWS_MILLIS / 1000) + 2;
  private static final int LATER = (int) (Judging.OFFSETS_MILLIS / 1000) + 2;

  private long now = 5_000_000;
  private long records = 1000;
  private @Nullable Map<Integer, Long> committed;
  private final Judging judging = new Judging(() -> now);

  /** A second in which so many transactions come. */
  private void second(int transactions) {
    now += 1000;
    records += transactions;
    judging.log(records, committed);
  }

  private void seconds(int many, int transactions) {
    for (int i = 0; i < many; i++) {
      second(transactions);
      assertThat(isStalled()).as("after %d s", i).isFalse();
    }
  }

  private boolean isStalled() {
    return judging.stalledSince(true) != null;
  }

  private void commit(long offset) {
    committed = Map.of(0, offset);
  }

  @Test
  void aJobThatCommitsNoMoreIsMissedAndTakenBackWhenItGoesOn() {
    commit(1000);
    for (int i = 0; i < 10; i++) {
      second(5);
      commit(records - 3);
    }
    seconds(LATER - 5, 5);
    for (int i = 0; i < 10; i++) {
      second(5);
    }
    assertThat(isStalled()).isTrue();

    commit(records - 100);
    second(5);
    assertThat(isStalled()).isFalse();
    seconds(LATER - 5, 5);
  }

  @Test
  void aJobThatWritesNoMoreRowsIsMissedSoon() {
    judging.rows(0);
    for (int i = 1; i <= 10; i++) {
      second(5);
      judging.rows(5L * i);
    }
    seconds(SOON - 4, 5);
    for (int i = 0; i < 5; i++) {
      second(5);
    }
    assertThat(isStalled()).isTrue();

    judging.rows(1000);
    assertThat(isStalled()).isFalse();
  }

  @Test
  void aJobThatDiedBeforeThePageStartedIsMissedByItsOffsets() {
    commit(400);
    seconds(LATER - 3, 1);
    for (int i = 0; i < 5; i++) {
      second(1);
    }
    assertThat(isStalled()).isTrue();
  }

  @Test
  void aLogWithoutAnyAnswerAtAllIsSaidToBeUnjudged() {
    seconds(LATER - 3, 1);
    for (int i = 0; i < 5; i++) {
      second(1);
    }
    assertThat(judging.stalledSince(false)).isNotNull();
    // There are alerts, so the job may be one that commits nothing, and nobody is suspicious.
    assertThat(judging.stalledSince(true)).isNull();
  }

  @Test
  void anIdleLogIsNotMissed() {
    commit(1000);
    second(5);
    commit(1005);
    judging.rows(7);
    seconds(2 * LATER, 0);
  }

  @Test
  void theLastRowsBeforeAnIdleTimeAreNotMissedWhicheverIsSeenFirst() {
    judging.rows(0);
    second(20);
    judging.rows(20);
    second(0);
    // Their rows are seen before they are.
    judging.rows(40);
    second(20);
    seconds(2 * LATER, 0);
  }

  @Test
  void aMarkerOfATransactionAtTheEndOfTheLogIsNoRecordThatWaits() {
    commit(1000);
    second(6);
    commit(records - 1);
    seconds(2 * LATER, 0);
  }

  @Test
  void aSparkJobThatCommitsAMinuteLaterIsNotMissed() {
    commit(1000);
    seconds(LATER, 0);
    for (int i = 0; i < 4; i++) {
      seconds(1, 5);
      seconds(62, 0);
      commit(records);
      seconds(LATER, 0);
    }
  }

  @Test
  void duplicatesThatLeaveNoRowAreNotMissed() {
    judging.rows(0);
    second(20);
    judging.rows(20);
    second(0);
    seconds(1, 2);
    seconds(2 * LATER, 0);
  }

  @Test
  void offsetsOfAnEarlierJobProveNothingAboutOneThatOnlyAlerts() {
    commit(400);
    seconds(LATER - 10, 1);
    judging.answer();
    seconds(20, 1);
    judging.answer();
    seconds(3 * LATER, 1);
  }

  @Test
  void rowsOfAnEarlierJobProveNothingAboutOneThatOnlyCommits() {
    judging.rows(0);
    second(20);
    judging.rows(20);
    commit(1000);
    for (int i = 0; i < SOON; i++) {
      seconds(1, 1);
      commit(records);
    }
    seconds(3, 20);
    seconds(SOON + 10, 0);
  }

  @Test
  void aSourceThatWasAwayIsGivenItsTimeAnew() {
    commit(400);
    seconds(LATER - 10, 5);
    judging.away();
    seconds(LATER - 5, 5);
  }

  @Test
  void aTopicThatWasMadeAnewBeginsAnew() {
    commit(1000);
    seconds(LATER - 10, 5);
    records = 0;
    committed = null;
    seconds(LATER - 5, 1);
  }

  private Health.State state() {
    return judging.health(true).state();
  }

  @Test
  void thePillIsGreenOnlyWhileThereAreSigns() {
    assertThat(state()).isEqualTo(Health.State.UNKNOWN);
    seconds(3, 5);
    assertThat(state()).isEqualTo(Health.State.UNKNOWN);
    judging.rows(0);
    for (int i = 1; i <= 10; i++) {
      second(5);
      judging.rows(5L * i);
    }
    assertThat(state()).isEqualTo(Health.State.JUDGED);
    assertThat(judging.health(true).sign()).isEqualTo(Health.Sign.ROW);

    seconds(SOON - 6, 5);
    assertThat(state()).isEqualTo(Health.State.LATE);
    for (int i = 0; i < 8; i++) {
      second(5);
    }
    assertThat(state()).isEqualTo(Health.State.STALLED);
    assertThat(judging.health(true).since()).isNotNull();
    judging.rows(1000);
    assertThat(state()).isEqualTo(Health.State.JUDGED);
    seconds(11, 0);
    assertThat(state()).isEqualTo(Health.State.IDLE);
  }

  @Test
  void ofAJobThatLeavesNoSignNothingIsClaimed() {
    judging.log(records, null);
    judging.answer();
    seconds(LATER - 10, 5);
    assertThat(state()).isEqualTo(Health.State.JUDGED);
    seconds(20, 5);
    assertThat(state()).isEqualTo(Health.State.UNKNOWN);
    judging.answer();
    seconds(1, 5);
    assertThat(state()).isEqualTo(Health.State.JUDGED);
  }

  @Test
  void withoutALogRowsAloneSayWhetherItIsIdle() {
    assertThat(state()).isEqualTo(Health.State.UNKNOWN);
    judging.rows(5);
    judging.rows(6);
    assertThat(state()).isEqualTo(Health.State.JUDGED);
    now += Judging.ROWS_MILLIS;
    assertThat(state()).isEqualTo(Health.State.IDLE);
  }
}
