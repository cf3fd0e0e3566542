package weir.bench.ladder.latency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import weir.book.RuleBookReader;
import weir.form.TransactionJson;
import weir.model.LogPosition;
import weir.model.LogRecord;
import weir.oracle.PlainRun;
import weir.traffic.Outgoing;
import weir.traffic.Rate;
import weir.traffic.Traffic;
import weir.traffic.TrafficSettings;

/** What the load sends, and what is said about it. */
class LoadTest {
  private static final int COUNT = 5000;
  private static final long START = 1_800_000_000_000L;

  @Test
  void itsFirstSecondsRaiseAlertsForSomeOfAHundredPayments() {
    TrafficSettings settings =
        TrafficSettings.of(1, 200_000, Rate.constant(1000), START).with(Load.scenario());
    Traffic traffic = new Traffic(settings);
    PlainRun run = PlainRun.of(RuleBookReader.readOfUsers(), "any");
    List<LogRecord> log =
        Stream.generate(traffic::next).limit(COUNT).map(LoadTest::record).toList();
    assertThat(run.judgeAll(log).answers().alerts().values())
        .filteredOn(json -> json.contains("\"rule\":\"high-value\""))
        .hasSizeBetween(COUNT / 100, COUNT / 20);
  }

  /** By which latency is counted from the plan and not from what became of it. */
  @Test
  void theEventTimeOfAPaymentIsItsIntendedInstant() throws Exception {
    TrafficSettings settings =
        TrafficSettings.of(1, 200_000, Rate.constant(1000), START).with(Load.scenario());
    Traffic traffic = new Traffic(settings);
    for (int i = 0; i < COUNT; i++) {
      Outgoing next = traffic.next();
      assertThat(TransactionJson.parse(next.value().bytes()).time())
          .isEqualTo(START + next.nanos() / 1_000_000);
    }
  }

  @Test
  void whatWasSentIsReadAsItWasWritten() {
    Load.Sent sent = new Load.Sent(START, COUNT, 17, 3);
    assertThat(Load.Sent.of(sent.line())).isEqualTo(sent);
  }

  private static LogRecord record(Outgoing next) {
    return new LogRecord(
        new LogPosition(0, next.nanos(), next.logMillis()), next.key(), next.value());
  }
}
