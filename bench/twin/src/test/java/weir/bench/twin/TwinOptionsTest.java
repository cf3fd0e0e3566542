package weir.bench.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import weir.contract.NoPipeline;
import weir.failure.MisuseException;

/** What a twin is told, and by whom it is made. */
class TwinOptionsTest {
  @Test
  void usesNoPipeline() {
    NoPipeline.check();
  }

  @Test
  void whatIsNotSaidIsAsInThePipeline() {
    TwinOptions options = TwinOptions.parse("--inputTopic=payments", "--checkpointingInterval=50");
    assertThat(options.inputTopic()).isEqualTo("payments");
    assertThat(options.alertTopic()).isEqualTo("fraud-alerts");
    assertThat(options.parallelism()).isEqualTo(2);
    assertThat(options.savesState()).isTrue();
    assertThat(options.book().rules()).isNotEmpty();
    assertThat(options.producers())
        .containsEntry("bootstrap.servers", "localhost:9092")
        .containsEntry("acks", "all");
  }

  @Test
  void anOptionThatNoTwinHas() {
    assertThatThrownBy(() -> TwinOptions.parse("--lake=here"))
        .isInstanceOf(MisuseException.class)
        .hasMessage("Unknown option '--lake'.");
  }

  @Test
  void aNumberThatIsNone() {
    assertThatThrownBy(() -> TwinOptions.parse("--parallelism=many"))
        .isInstanceOf(MisuseException.class)
        .hasMessage("--parallelism: 'many' is not a whole number");
  }
}
