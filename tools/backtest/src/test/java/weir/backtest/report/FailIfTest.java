package weir.backtest.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import weir.backtest.answer.Answer;
import weir.failure.MisuseException;

/** Conditions are checked before the log is read, and say with which figures they hold. */
class FailIfTest {
  private static final Set<String> RULES =
      Set.of("velocity", "impossible-travel", "cards-at-shop", "new-one", "windowed-spend", "gone");

  private static Optional<String> failure(String condition, Answer answer) {
    return FailIf.of(condition, RULES).failure(answer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "removed > 0 ~ removed is 582",
        "added == 753 ~ added is 753",
        "flagged.removed > 118 ~ flagged.removed is 119",
        "before.alerts < after.alerts ~ after.alerts is 1377, before.alerts is 1240",
        "velocity.added > 10 ~ velocity.added is 220",
        "impossible-travel.added >= 38 ~ impossible-travel.added is 38",
        "velocity.added - impossible-travel.added > 0"
            + " ~ impossible-travel.added is 38, velocity.added is 220",
        "velocity.after.alerts > 1.2 * velocity.before.alerts"
            + " ~ velocity.after.alerts is 520, velocity.before.alerts is 412",
        "velocity.after.live.alerts == velocity.after.alerts"
            + " ~ velocity.after.alerts is 520, velocity.after.live.alerts is 520",
        "new-one.after.shadow.alerts > 50 ~ new-one.after.shadow.alerts is 55",
        "new-one.before.alerts == 0 ~ new-one.before.alerts is 0",
        "gone.added == 0 ~ gone.added is 0",
        "after.recall < 0.7 && after.missed.EUR > 50000"
            + " ~ after.missed.EUR is 51711.75, after.recall is 0.611",
        "after.caught.CHF == 0 ~ after.caught.CHF is 0",
        "partial || days > 30 ~ days is 31, partial is false",
        "has(windowed-spend.after.precision) || unknown > 3"
            + " ~ unknown is 17, windowed-spend.after.precision is unknown",
        "after.falseAlarmsPerFraud > 0.5 ~ after.falseAlarmsPerFraud is 0.839607201309329",
      })
  void holds(String condition, String figures) {
    assertThat(failure(condition, Answers.labelled()))
        .contains("--fail-if '" + condition + "' holds: " + figures);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "removed > 582",
        "after.precision < 0.5",
        "has(windowed-spend.after.precision) && windowed-spend.after.precision < 0.8",
        "new-one.after.alerts > 0",
        "partial",
        "velocity.added > 220 || impossible-travel.added > 38"
      })
  void doesNotHold(String condition) {
    assertThat(failure(condition, Answers.labelled())).isEmpty();
  }

  @Test
  void whatCannotBeSaidFails() {
    assertThat(failure("after.precision < 0.8", Answers.unlabelled()))
        .contains("--fail-if 'after.precision < 0.8' has no answer: after.precision is unknown");
    assertThat(failure("removed > 0", Answers.alone()))
        .contains("--fail-if 'removed > 0' has no answer: removed is unknown");
    assertThat(failure("velocity.before.alerts > 9", Answers.alone())).isPresent();
    assertThat(failure("after.alerts > 9999", Answers.alone())).isEmpty();
    assertThat(failure("cards-at-shop.after.precision < 0.8", Answers.labelled()))
        .as("of no alerts")
        .isPresent();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "removd > 0 ~ unknown name 'removd'; did you mean 'removed'? (at character 1)",
        "added > 0 && velocty.added > 10"
            + " ~ there is no rule 'velocty'; did you mean 'velocity'? (at character 14)",
        "impossible-travel.addd > 0 ~ there is no figure 'impossible-travel.addd'; did you mean"
            + " 'impossible-travel.added'? (at character 1)",
        "velocity.added > 1 && after.precison < 0.8"
            + " ~ there is no figure 'after.precison'; did you mean 'after.precision'?"
            + " (at character 23)",
        "after.missed.EURO > 1 ~ there is no figure 'after.missed.EURO'; others are"
            + " velocity.added, velocity.after.alerts, after.precision, after.missed.EUR"
            + " (at character 1)",
        "impossible-travel.added ~ a condition needs yes or no, but impossible-travel.added is a"
            + " number (at character 1)",
        "0 < impossible-travel.added > partial"
            + " ~ '>' compares two numbers, but 0 < impossible-travel.added is yes or no and partial"
            + " is yes or no (at character 29)",
        "velocity.added > 1 and removed > 1"
            + " ~ found 'and', expected an operator or the end; did you mean &&? (at character 20)",
        "velocity.added = 1 ~ '=' (U+003D) has no meaning here; write == to compare"
            + " (at character 16)",
        "velocity.added > ~ found the end, expected a value (at character 17)",
        "velocity > 3 ~ unknown name 'velocity'",
      })
  void saysWhatIsWrong(String condition, String sentence) {
    assertThatExceptionOfType(MisuseException.class)
        .isThrownBy(() -> FailIf.of(condition, RULES))
        .withMessageStartingWith("--fail-if '" + condition + "': " + sentence);
  }

  @Test
  void aRuleTakesNoNameAwayFromTheWhole() {
    assertThat(FailIf.of("after.alerts > 1000", Set.of("after")).failure(Answers.labelled()))
        .contains("--fail-if 'after.alerts > 1000' holds: after.alerts is 1377");
  }

  @Test
  void aTextIsNoName() {
    assertThatExceptionOfType(MisuseException.class)
        .isThrownBy(() -> FailIf.of("'no.such' == 3", RULES))
        .withMessageContaining("'no.such' is a text");
  }
}
