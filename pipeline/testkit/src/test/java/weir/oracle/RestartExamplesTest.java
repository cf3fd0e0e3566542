package weir.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import weir.book.RuleBook;
import weir.model.LogRecord;
import weir.oracle.Restart.Silence;
import weir.oracle.SmallLog.Step;
import weir.oracle.SmallLog.Twist;

/** Why a restarted run begins as early as it does, and why it leaves some answers out. */
class RestartExamplesTest {
  private static final RuleBook BOOK = SmallLog.BOOK;

  /** A stretch that shows every window that can still change, but not every id that is known. */
  private static final long ONE = BOOK.retentionMillis() - 1;

  /** A stretch that also shows what the first conflicting duplicates conflict with. */
  private static final long TWO = 2 * BOOK.retentionMillis() - 1;

  private static final int BERLIN = 0;
  private static final int TOKYO = 3;
  private static final int SMALL = 0;
  private static final int DEAR = 4;

  /** The payment that explains the next one is before the stretch; a later arrival is in it. */
  @Test
  void withoutSilenceAnExplanationIsMissed() {
    assertNeedsSilence(
        step(9, 3, BERLIN, SMALL, Twist.NONE),
        step(10, 0, TOKYO, SMALL, Twist.NONE),
        step(11, 2, TOKYO, SMALL, Twist.NONE),
        step(43, 0, TOKYO, SMALL, Twist.NONE));
  }

  /** A conflicting duplicate at the beginning is taken for the original and exceeds a limit. */
  @Test
  void withoutSilenceAConflictRaisesATotal() {
    assertNeedsSilence(
        step(17, 0, TOKYO, SMALL, Twist.NONE),
        step(18, 0, TOKYO, DEAR, Twist.BORROWED_ID),
        step(49, 0, TOKYO, SMALL, Twist.NONE));
  }

  /**
   * The same, but then a duplicate that agrees with the original is taken for the conflicting one.
   */
  @Test
  void withoutSilenceADuplicateThatAgreesIsADeadLetter() {
    assertNeedsSilence(
        new Step(0, 17, 0, 0, 2, TOKYO, SMALL, Twist.AGAIN),
        step(18, 0, TOKYO, SMALL + 1, Twist.BORROWED_ID),
        step(49, 0, TOKYO, SMALL, Twist.NONE));
  }

  /** A record that has seen less merges away, but a compacted topic keeps it if it is the last. */
  @Test
  void withoutSilenceACompactedTopicForgets() {
    List<LogRecord> log =
        SmallLog.of(
            List.of(
                step(15, 0, TOKYO, SMALL, Twist.NONE),
                step(16, 0, TOKYO, SMALL, Twist.NONE),
                step(17, 0, TOKYO, SMALL, Twist.NONE),
                step(18, 0, TOKYO, SMALL, Twist.NONE),
                step(47, 0, TOKYO, SMALL, Twist.NONE)));
    Merged merged = lastCut(log).merged(TWO, Silence.NONE);
    assertThat(merged.answers()).isEqualTo(answers(log));
    assertThat(merged.compacted()).isNotEqualTo(answers(log));
  }

  /**
   * The first record is the earliest that any window can need. One millisecond less would miss it.
   */
  @Test
  void noLessThanOneRetentionShowsEveryWindow() {
    List<LogRecord> log =
        SmallLog.of(
            List.of(
                new Step(0, 25, 1, -1, 0, BERLIN, SMALL, Twist.NONE),
                step(37, 3, TOKYO, SMALL, Twist.NONE)));
    assertLeast(ONE, log);
  }

  /** The same record now conflicts with the earliest one that it can conflict with. */
  @Test
  void noLessThanTwoRetentionsShowEveryConflict() {
    List<LogRecord> log =
        SmallLog.of(
            List.of(
                new Step(0, 9, 1, -1, 0, BERLIN, DEAR, Twist.NONE),
                new Step(0, 25, 1, -1, 0, BERLIN, SMALL, Twist.BORROWED_ID),
                step(37, 3, TOKYO, SMALL, Twist.NONE)));
    assertLeast(TWO, log);
  }

  private static void assertLeast(long stretchMillis, List<LogRecord> log) {
    for (Silence silence : List.of(Silence.OF_THE_FINAL, Silence.UNTIL_COMMITTED)) {
      Restart restart = lastCut(log);
      assertThat(restart.merged(stretchMillis, silence).answers()).isEqualTo(answers(log));
      assertThat(restart.merged(stretchMillis - 1, silence).answers()).isNotEqualTo(answers(log));
    }
  }

  /**
   * The first use of an id makes the second a conflict, but is forgotten by the third, which
   * counts. A run that does not know the first use accepts the second and takes the third for the
   * conflict. Such a chain can be of any length: no stretch is long enough for all of them.
   */
  @Test
  void noStretchShowsAnIdThatIsContradictedOverAndOver() {
    List<LogRecord> log =
        SmallLog.of(
            List.of(
                step(15, 0, BERLIN, SMALL, Twist.NONE),
                step(27, 0, BERLIN, DEAR, Twist.BORROWED_ID),
                step(40, 0, BERLIN, SMALL, Twist.BORROWED_ID),
                step(49, 3, TOKYO, SMALL, Twist.NONE)));
    assertThat(lastCut(log).merged(TWO, Silence.UNTIL_COMMITTED).answers())
        .isNotEqualTo(answers(log));
  }

  private static void assertNeedsSilence(Step... steps) {
    List<LogRecord> log = SmallLog.of(List.of(steps));
    Restart restart = lastCut(log);
    assertThat(restart.merged(TWO, Silence.NONE).answers()).isNotEqualTo(answers(log));
    assertThat(restart.merged(TWO, Silence.OF_THE_FINAL).answers()).isEqualTo(answers(log));
    assertThat(restart.merged(TWO, Silence.UNTIL_COMMITTED).answers()).isEqualTo(answers(log));
  }

  /** Every record but the last is committed. */
  private static Restart lastCut(List<LogRecord> log) {
    return new Restart(BOOK, log, log.size() - 1, log.size() - 1);
  }

  private static Step step(int second, int delay, int place, int amount, Twist twist) {
    return new Step(0, second, 0, delay, 0, place, amount, twist);
  }

  private static Answers answers(List<LogRecord> log) {
    return Oracle.answer(BOOK, Restart.TOPIC, log);
  }
}
