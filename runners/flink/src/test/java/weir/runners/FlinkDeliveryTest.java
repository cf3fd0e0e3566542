package weir.runners;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import weir.failure.MisuseException;
import weir.options.CommandLineOptions;
import weir.options.WeirOptions;

/** With which checkpoints Flink can deliver exactly once. */
class FlinkDeliveryTest {
  private static final String ONCE = "--delivery=exactly-once";
  private static final String OFTEN = "--checkpointingInterval=1000";

  @BeforeAll
  static void registerOptions() {
    PipelineOptionsFactory.register(WeirOptions.class);
  }

  private static void check(String... options) {
    FlinkDelivery.check(CommandLineOptions.parse(options, "--runner=FlinkRunner"));
  }

  @Test
  void withExactOnes() {
    assertThatCode(() -> check(ONCE, OFTEN)).doesNotThrowAnyException();
    assertThatCode(() -> check("--delivery=Exactly_Once", OFTEN)).doesNotThrowAnyException();
  }

  @Test
  void withNoneOrInexactOnesItCannot() {
    assertThatThrownBy(() -> check(ONCE))
        .isInstanceOf(MisuseException.class)
        .hasMessageStartingWith("--delivery=exactly-once needs checkpoints");
    assertThatThrownBy(() -> check(ONCE, OFTEN, "--checkpointingMode=AT_LEAST_ONCE"))
        .isInstanceOf(MisuseException.class);
  }

  @Test
  void atLeastOnceNeedsNone() {
    assertThatCode(() -> check("--delivery=at-least-once")).doesNotThrowAnyException();
    assertThatCode(FlinkDeliveryTest::check).doesNotThrowAnyException();
  }
}
