package weir.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weir.model.LogRecord;
import weir.oracle.Answers;
import weir.oracle.HostileLog;
import weir.oracle.Merged;
import weir.oracle.Oracle;
import weir.oracle.PlainRun;

/**
 * The judge, record by record in the order of the log, against the oracle that sees all at once.
 */
class UserJudgePropertyTest {
  private static final String TOPIC = "transactions";

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void agreesWithTheOracleOnAHostileLog(long seed) {
    RuleBook book = RuleBookReader.readDefault();
    List<LogRecord> log = HostileLog.generate(seed, 120, 4, 4000, 100);
    Merged merged = PlainRun.of(book, TOPIC).judgeAll(log);
    Answers expected = Oracle.answer(book, TOPIC, log);

    assertThat(merged.answers().deadLetters()).isEqualTo(expected.deadLetters());
    assertThat(merged.answers().alerts()).isEqualTo(expected.alerts());
    assertThat(expected.alerts()).hasSizeGreaterThan(500);
    assertThat(merged.withdrawn()).as("alerts taken back").isPositive();
    assertThat(merged.superseded()).as("alerts said again, having seen more").isPositive();
  }
}
