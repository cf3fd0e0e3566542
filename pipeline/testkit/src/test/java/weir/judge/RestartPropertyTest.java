package weir.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import weir.book.RuleBook;
import weir.model.LogRecord;
import weir.oracle.Answers;
import weir.oracle.HostileLog;
import weir.oracle.HostileSettings;
import weir.oracle.Merged;
import weir.oracle.Oracle;
import weir.oracle.Restart;
import weir.oracle.Restart.Silence;
import weir.oracle.SmallLog;
import weir.oracle.SmallLog.Step;
import weir.oracle.SmallLog.Twist;

/**
 * A run without a checkpoint may begin some way before the committed position, if it reports only
 * what it knows completely. Together with the answers from before the crash, that is the whole
 * answer.
 */
@Tag("slow")
class RestartPropertyTest {
  private static final RuleBook BOOK = SmallLog.BOOK;

  @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
  void twoRetentionsAreEnough(
      @ForAll("books") RuleBook book,
      @ForAll("conflicting") List<Step> steps,
      @ForAll @IntRange(max = 999) int cut,
      @ForAll @IntRange(max = 999) int more,
      @ForAll("silences") Silence silence) {
    assertExact(book, steps, cut, more, 2 * book.retentionMillis() - 1, silence);
  }

  @Property(tries = 600, edgeCases = EdgeCasesMode.NONE)
  void oneRetentionIsEnoughWhereNothingConflicts(
      @ForAll("books") RuleBook book,
      @ForAll("agreeing") List<Step> steps,
      @ForAll @IntRange(max = 999) int cut,
      @ForAll @IntRange(max = 999) int more,
      @ForAll("silences") Silence silence) {
    assertExact(book, steps, cut, more, book.retentionMillis() - 1, silence);
  }

  private static void assertExact(
      RuleBook book, List<Step> steps, int cut, int more, long stretchMillis, Silence silence) {
    Assume.that(!steps.isEmpty());
    List<LogRecord> log = SmallLog.of(steps);
    int committed = cut * log.size() / 1000;
    int crashed = committed + more * (log.size() + 1 - committed) / 1000;
    Merged merged = new Restart(book, log, committed, crashed).merged(stretchMillis, silence);
    Answers expected = Oracle.answer(book, Restart.TOPIC, log);
    assertThat(merged.answers()).isEqualTo(expected);
    assertThat(merged.compacted()).as("what a compacted topic keeps").isEqualTo(expected);
  }

  @Test
  void isExactWhereverAHostileLogIsCut() {
    int wrongIfNotSilent = 0;
    for (int seed = 1; seed <= 3; seed++) {
      List<LogRecord> log = HostileLog.generate(seed, HostileSettings.of(BOOK, 4, 1, 300, 300));
      Answers expected = answers(log);
      for (int cut = 0; cut < log.size(); cut += 11) {
        Restart restart = new Restart(BOOK, log, cut, Math.min(log.size(), cut + cut % 40));
        for (Silence silence : List.of(Silence.OF_THE_FINAL, Silence.UNTIL_COMMITTED)) {
          Merged merged = restart.merged(2 * BOOK.retentionMillis(), silence);
          assertThat(merged.answers()).isEqualTo(expected);
          assertThat(merged.compacted()).isEqualTo(expected);
        }
        wrongIfNotSilent += isExact(restart, Silence.NONE, expected) ? 0 : 1;
      }
    }
    assertThat(wrongIfNotSilent).as("cuts that need the silence").isGreaterThan(20);
  }

  private static boolean isExact(Restart restart, Silence silence, Answers expected) {
    try {
      Merged merged = restart.merged(2 * BOOK.retentionMillis(), silence);
      return merged.answers().equals(expected) && merged.compacted().equals(expected);
    } catch (AssertionError saidTwoThingsHavingSeenTheSame) {
      return false;
    }
  }

  private static Answers answers(List<LogRecord> log) {
    return Oracle.answer(BOOK, Restart.TOPIC, log);
  }

  /** Mostly duplicates at another time, which are far from what they conflict with. */
  @Provide
  Arbitrary<List<Step>> conflicting() {
    Twist far = Twist.OTHER_TIME;
    return SmallLog.steps(1, 45, 70, Twist.AGAIN, Twist.OTHER_AMOUNT, far, far, far, far);
  }

  @Provide
  Arbitrary<List<Step>> agreeing() {
    return SmallLog.steps(1, 40, 60, Twist.NONE, Twist.AGAIN);
  }

  /** In one book keyed rules decide how far back a history reaches, in the other totals do. */
  @Provide
  Arbitrary<RuleBook> books() {
    return Arbitraries.of(BOOK, SmallLog.TOTALS);
  }

  @Provide
  Arbitrary<Silence> silences() {
    return Arbitraries.of(Silence.OF_THE_FINAL, Silence.UNTIL_COMMITTED);
  }
}
