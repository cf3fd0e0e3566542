package weir.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.beam.sdk.metrics.MetricQueryResults;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import weir.book.RuleBook;
import weir.book.RuleBookReader;
import weir.meters.Meters;
import weir.model.LogRecord;
import weir.model.Payload;
import weir.model.RejectReason;
import weir.oracle.ExpectedMeters;
import weir.oracle.HostileLog;
import weir.oracle.Sample;

/** What the pipeline counts while it runs, by the log that it ran over. */
@Tag("slow")
class MetersTest {
  private static final RuleBook BOOK = RuleBookReader.readDefault();

  private static MetricQueryResults run(List<LogRecord> log) {
    return MeteredRun.over(log, BOOK);
  }

  /**
   * A name may be counted in several steps. What was attempted in the last bundle may be told after
   * the pipeline says that it is done; what was committed is told before.
   */
  private static SortedMap<String, Long> counters(MetricQueryResults results) {
    SortedMap<String, Long> counters = new TreeMap<>();
    results
        .getCounters()
        .forEach(each -> counters.merge(each.getName().getName(), each.getCommitted(), Long::sum));
    return counters;
  }

  @Test
  void countsWhatTheOracleSays() {
    List<LogRecord> log = HostileLog.generate(20_260_601, 12, 2, 300, 400);
    Map<String, Long> expected = ExpectedMeters.of(BOOK, log);
    // A log of which nothing is to be counted would prove nothing.
    assertThat(expected)
        .hasEntrySatisfying("alerts-withdrawn-impossible-travel", count -> positive(count))
        .hasEntrySatisfying("alerts-raised-velocity", count -> positive(count))
        .hasEntrySatisfying("repeated", count -> positive(count));
    // Notices are not in the log.
    for (RejectReason reason : EnumSet.complementOf(EnumSet.of(RejectReason.ILLEGAL_NOTICE))) {
      assertThat(expected).hasEntrySatisfying(Meters.deadLetters(reason), count -> positive(count));
    }
    SortedMap<String, Long> counters = counters(run(log));
    assertThat(counters).containsAllEntriesOf(expected);
    ExpectedMeters.leastOfTotals(BOOK, log)
        .forEach((name, least) -> assertThat(counters.get(name)).isGreaterThanOrEqualTo(least));
  }

  private static void positive(long count) {
    assertThat(count).isPositive();
  }

  @Test
  void countsWhatIsSpreadByItsBounds() {
    Map<String, Long> counters =
        counters(run(List.of(Sample.at(0).record(0, 0), Sample.at(1).record(64, 1))));
    assertThat(counters)
        .containsEntry("history-size-le-1", 1L)
        .containsEntry("history-size-le-3", 2L)
        .containsEntry("history-size-le-100000", 2L)
        .containsEntry("history-size-le-inf", 2L)
        .containsEntry("history-size-sum", 3L);
  }

  @Test
  void countsRecordsThatAreNotKeyedByTheirUser() {
    LogRecord record = Sample.at(0).record(0, 0);
    LogRecord other = new LogRecord(record.position(), new Payload(new byte[] {1}), record.value());
    assertThat(counters(run(List.of(other)))).containsEntry("not-keyed-by-user", 1L);
  }

  @Test
  void tellsHowLongTheOldestRecordLayInTheLog() {
    long now = System.currentTimeMillis();
    long before = now - 3_600_000;
    MetricQueryResults results = run(List.of(Sample.at(before).record(0, before)));
    assertThat(MeteredRun.gauges(results).get("log-lag-ms")).isBetween(3_600_000L, 3_700_000L);
  }

  @Test
  void tellsByWhichBookItJudges() {
    long now = System.currentTimeMillis();
    assertThat(MeteredRun.gauges(run(List.of(Sample.at(now).record(0, now)))))
        .containsEntry("book", 1L)
        .containsEntry("notices-refused", 0L)
        .as("a book that was never announced has no age")
        .doesNotContainKey("book-age-s");
  }

  @Test
  void countsAlertsByWhatTheyAmountTo() {
    Map<String, Long> counters =
        counters(run(List.of(Sample.at(0).pay("10000", "EUR").record(0, 0))));
    assertThat(counters)
        .containsEntry("alerts-live", 1L)
        .containsEntry("alerts-snoozed", 0L)
        .containsEntry("alerts-shadow", 0L);
  }
}
