package weir.bench.twin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import weir.book.RuleBook;
import weir.book.RuleBookReader;
import weir.form.AlertJson;
import weir.judge.Acceptance;
import weir.model.Accepted;
import weir.model.Alert;
import weir.model.Judgement;
import weir.model.LogRecord;
import weir.model.Payload;
import weir.oracle.HostileLog;
import weir.oracle.Merged;
import weir.oracle.Oracle;

/** The judge with totals by hand, where windows are so short that nearly all are forgotten. */
class HandJudgeTest {
  private static final RuleBook BOOK =
      RuleBookReader.parse(
          "short",
          """
          allowedLateness: 1 min
          allowedClockSkew: 5 s
          rules:
            - {id: often, version: 1, kind: count-in-window, severity: low, moreThan: 2, window: 9 s}
            - {id: spend, version: 1, kind: total-in-windows, severity: low,
               limit: 60, window: 10 s, every: 4 s}
            - {id: spend-more, version: 1, kind: total-in-windows, severity: low,
               limit: 90, window: 15 s, every: 15 s}
          """);

  private final List<LogRecord> log = HostileLog.generate(20_260_502, 20, 3, 4_000, 400);
  private final Map<String, UserMemory> users = new HashMap<>();
  private final Merged merged = new Merged();
  private long totals;

  @Test
  void saysWhatTheOracleSaysThoughItsMemoryIsWrittenAndReadEachTime() {
    HandJudge judge = new HandJudge(BOOK);
    Acceptance acceptance = Acceptance.of(BOOK);
    Consumer<Judgement> says = this::hear;
    for (LogRecord record : log) {
      Payload value = record.value();
      if (acceptance.examine(value == null ? null : value.bytes(), record.position())
          instanceof Accepted received) {
        UserMemory memory = users.getOrDefault(received.transaction().userId(), UserMemory.empty());
        judge.judge(memory, received, says);
        users.put(
            received.transaction().userId(), UserMemoryForm.read(UserMemoryForm.write(memory)));
      }
    }
    assertThat(merged.answers().alerts())
        .isEqualTo(Oracle.answer(BOOK, "any", log).alerts())
        .hasSizeGreaterThan(100);
    assertThat(totals).isGreaterThan(500);
    long open = users.values().stream().mapToLong(user -> user.totals().panes().size()).sum();
    assertThat(open).isLessThan(totals / 5);
  }

  private void hear(Judgement judgement) {
    if (judgement instanceof Alert alert) {
      totals += alert.transactionId() == null ? 1 : 0;
      merged.alert(AlertJson.write(alert));
    }
  }
}
