package weir.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import weir.book.RuleBook;
import weir.book.RuleBookReader;
import weir.model.LogPosition;
import weir.model.LogRecord;
import weir.oracle.Answers;
import weir.oracle.Oracle;
import weir.oracle.PlainRun;
import weir.traffic.Hostility;
import weir.traffic.Outgoing;
import weir.traffic.Rate;
import weir.traffic.Traffic;
import weir.traffic.TrafficSettings;

/** The default book in a small world of some days, judged as ever and read naively. */
class NaiveDefaultBookTest {
  private static final long START = 1_767_225_600_000L;
  private static final int USERS = 300;
  private static final int COUNT = 6_000;

  private static List<LogRecord> log() {
    TrafficSettings settings =
        TrafficSettings.of(3, USERS, Rate.constant(0.0135), START)
            .with(new Hostility(0.05, 0.005, 0.01, 0.005, 0.005, 0));
    Traffic traffic = new Traffic(settings);
    List<LogRecord> log = new ArrayList<>();
    for (int i = 0; i < COUNT; i++) {
      Outgoing next = traffic.next();
      log.add(new LogRecord(new LogPosition(0, i, next.logMillis()), next.key(), next.value()));
    }
    return log;
  }

  @Test
  void theOracleAgrees() {
    RuleBook book = RuleBookReader.readDefault();
    List<LogRecord> log = log();
    Answers expected = Oracle.answer(book, "transactions", log);
    assertThat(PlainRun.of(book, "transactions").judgeAll(log).answers()).isEqualTo(expected);
    for (String rule :
        List.of("cards-at-shop", "cards-on-device", "out-of-character", "bust-out")) {
      assertThat(expected.alerts().values().stream())
          .as(rule)
          .anyMatch(alert -> alert.contains("\"rule\":\"" + rule + "\""));
    }
  }
}
