package weir.bench.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What the command line refuses before anything starts. */
class ChaosOptionsTest {
  @ParameterizedTest
  @ValueSource(strings = {"--count=5", "--away=1 min"})
  void whatATrialOfNoticesDoesNotKnowIsRefused(String option) {
    StringWriter said = new StringWriter();
    CommandLine chaos =
        new CommandLine(new Chaos())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setErr(new PrintWriter(said));
    assertThat(chaos.execute("--while=notice", option)).isEqualTo(2);
    assertThat(said.toString())
        .contains(option.replaceFirst("=.*", "") + ": does not go with --while=notice");
  }
}
