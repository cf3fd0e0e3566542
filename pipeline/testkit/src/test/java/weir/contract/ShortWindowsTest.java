package weir.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import weir.model.LogRecord;
import weir.oracle.Answers;
import weir.oracle.Oracle;
import weir.rules.Rule;

/** Who kills a job by these rules must be able to see it in the alerts of each of them. */
class ShortWindowsTest {
  private static final int TRANSACTIONS = 4000;

  @Test
  void eachRuleHasManyAlerts() {
    List<LogRecord> log = ShortWindows.log(20_261_127, TRANSACTIONS);
    Answers answers = Oracle.answer(ShortWindows.BOOK_WITH_KEYS, "transactions", log);
    Map<String, Long> alerts =
        answers.alerts().values().stream()
            .map(json -> json.replaceFirst(".*\"rule\":\"([^\"]*)\".*", "$1"))
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    assertThat(alerts.keySet())
        .containsExactlyInAnyOrderElementsOf(
            Stream.<Rule>concat(
                    ShortWindows.BOOK_WITH_KEYS.keyedRules().stream(),
                    ShortWindows.BOOK_WITH_KEYS.totals().stream())
                .map(rule -> rule.header().id())
                .toList());
    assertThat(alerts.values()).allSatisfy(many -> assertThat(many).isGreaterThan(20));
  }
}
