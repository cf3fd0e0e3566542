package weir.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import weir.failure.MisuseException;
import weir.options.CommandLineOptions;
import weir.sink.Needs;

/** Where a command line wants answers, before anybody is asked. */
class SinkChoiceTest {
  private static SinkChoice choice(String... options) {
    return SinkChoice.of(CommandLineOptions.parse(options, "--runner=DirectRunner"));
  }

  @Test
  void alertsAndDeadLettersAlwaysHaveATopic() {
    assertThat(choice().outputs())
        .extracting(SinkChoice.Output::option)
        .containsExactly("alertTopic", "shadowTopic", "deadLetterTopic");
  }

  @Test
  void branchesHaveOneIfTheyAreAskedFor() {
    assertThat(choice("--suspiciousTopic=s").outputs())
        .extracting(SinkChoice.Output::topic)
        .containsExactly("fraud-alerts", "fraud-alerts.shadow", "transactions.dead-letter", "s");
  }

  @Test
  void rulesOnTrialHaveATopicBesideThatOfTheAlerts() {
    assertThat(choice("--alertTopic=a").outputs())
        .extracting(SinkChoice.Output::topic)
        .startsWith("a", "a.shadow");
    assertThat(choice("--alertTopic=a", "--shadowTopic=trial").outputs())
        .extracting(SinkChoice.Output::topic)
        .startsWith("a", "trial");
  }

  @Test
  void topicsAloneNeedNothingOfTheJob() {
    assertThat(choice().needs()).isEqualTo(Needs.NOTHING);
  }

  @Test
  void needsOfSeveralAreSatisfiedTogether() {
    assertThat(new Needs(5, 0).and(new Needs(3, 60))).isEqualTo(new Needs(5, 60));
  }

  @Test
  void aPromiseThatNoModuleKeepsIsRefused() {
    assertThatExceptionOfType(MisuseException.class)
        .isThrownBy(() -> choice("--delivery=exactly-once"))
        .withMessage("--delivery=exactly-once: this engine cannot do that, expected at-least-once");
  }
}
