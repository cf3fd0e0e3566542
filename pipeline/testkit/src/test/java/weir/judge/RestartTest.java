package weir.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weir.book.RuleBook;
import weir.book.RuleBookReader;
import weir.model.LogPosition;
import weir.model.LogRecord;
import weir.notice.Announcements;
import weir.oracle.Answers;
import weir.oracle.HostileLog;
import weir.oracle.Merged;
import weir.oracle.Oracle;
import weir.oracle.PlainRun;
import weir.oracle.Sample;

/**
 * A run starts again with no state, some way before the first record that was not committed. The
 * answers from before and after merge to those of a run that never stopped.
 */
@Tag("slow")
class RestartTest {
  private static final String TOPIC = "t";
  private static final RuleBook BOOK =
      RuleBookReader.parse(
          "book",
          """
          allowedLateness: 1 min
          allowedClockSkew: 5 s
          rules:
            - {id: busy, version: 1, kind: count-in-window, severity: low, moreThan: 2, window: 1 min}
            - {id: many, version: 1, kind: distinct-places, severity: low, atLeast: 2, window: 30 s}
            - {id: fast, version: 1, kind: travel-speed, severity: low, overKmh: 900, overKm: 100, window: 3 min}
            - {id: spend, version: 1, kind: total-in-windows, severity: low, limit: 3000, window: 1 min, every: 30 s}
          """);

  /** Once for the windows, and once more to know which ids stand in them. */
  private static final long REWIND = 2 * BOOK.retentionMillis();

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13})
  void wheneverItStopsTheAnswersAreTheSame(long seed) {
    List<LogRecord> log = HostileLog.generate(seed, 12, 1, 700, 1500);
    Oracle.Truth truth = Oracle.truth(BOOK, TOPIC, log);
    Answers expected = truth.answers();
    SortedMap<String, String> verdicts = truth.verdicts();
    assertThat(expected.alerts()).hasSizeGreaterThan(100);
    int forgotten = 0;
    for (int cut = 0; cut < log.size(); cut += 7) {
      LogPosition uncommitted = log.get(cut).position();
      Merged said = PlainRun.of(BOOK, TOPIC).judgeAll(log.subList(0, cut));
      int start = 0;
      while (log.get(start).position().time() < uncommitted.time() - REWIND) {
        start++;
      }
      forgotten += start;
      PlainRun.restarted(BOOK.charter(), Announcements.always(BOOK), TOPIC, said, uncommitted)
          .judgeAll(log.subList(start, log.size()));
      assertThat(said.answers()).as("stopped before record %d", cut).isEqualTo(expected);
      assertThat(said.verdicts()).as("stopped before record %d", cut).isEqualTo(verdicts);
    }
    assertThat(forgotten).as("records that restarts did not read").isPositive();
  }

  /**
   * Why a restarted run must not repeat what was final before: it sees only half of some windows.
   */
  @Test
  void withoutSilenceAboutTheFinalAFalseAlertWouldStay() {
    Sample intermediate = Sample.at(9_000).on(35, 139);
    Sample departure = Sample.at(5_000).on(52, 13);
    Sample arrival = Sample.at(10_000).on(35, 139);
    List<LogRecord> log =
        List.of(
            intermediate.record(0, 9_000), departure.record(1, 15_000), arrival.record(2, 16_000));
    Answers expected = Oracle.answer(BOOK, TOPIC, log);
    Merged blunt = PlainRun.of(BOOK, TOPIC).judgeAll(log.subList(1, 3));
    assertThat(expected.alerts().keySet())
        .doesNotContainAnyElementsOf(blunt.answers().alerts().keySet());
    assertThat(blunt.answers().alerts()).isNotEmpty();
  }
}
