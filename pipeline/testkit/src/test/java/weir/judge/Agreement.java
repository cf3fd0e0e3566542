package weir.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import net.jqwik.api.statistics.Statistics;
import weir.oracle.Answers;

/**
 * What properties of answers have in common: that they agree, and that they are about something.
 */
final class Agreement {
  private Agreement() {}

  /** Tells only what differs: answers are many. */
  static void assertAgreed(Answers said, Answers expected) {
    assertThat(onlyIn(said.alerts(), expected.alerts())).as("said and not expected").isEmpty();
    assertThat(onlyIn(expected.alerts(), said.alerts())).as("expected and not said").isEmpty();
    assertThat(said.deadLetters()).isEqualTo(expected.deadLetters());
  }

  private static List<String> onlyIn(Map<String, String> some, Map<String, String> others) {
    return some.entrySet().stream()
        .filter(each -> !each.getValue().equals(others.get(each.getKey())))
        .map(Map.Entry::getValue)
        .toList();
  }

  /** Whether an alert says so. */
  static boolean says(Answers answers, String pattern) {
    Pattern compiled = Pattern.compile(pattern);
    return answers.alerts().values().stream().anyMatch(it -> compiled.matcher(it).find());
  }

  /** Without these cases the property would hold but prove nothing. */
  static void mustHappen(String what, boolean happened, int percent) {
    Statistics.label(what)
        .collect(happened)
        .coverage(coverage -> coverage.check(true).percentage(share -> share > percent));
  }
}
