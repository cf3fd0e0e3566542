package weir.runners;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weir.failure.MisuseException;
import weir.options.CommandLineOptions;
import weir.options.WeirOptions;

/** From where a job can go on. */
class FlinkSavepointTest {
  @BeforeAll
  static void registerOptions() {
    PipelineOptionsFactory.register(WeirOptions.class);
  }

  private static void check(String... options) {
    FlinkSavepoint.check(CommandLineOptions.parse(options, "--runner=FlinkRunner"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/no/such", "file:/no/such", "file:///no/such", "no such folder/here"})
  void oneThatIsNotThereIsRefused(String path) {
    assertThatThrownBy(() -> check("--savepointPath=" + path))
        .isInstanceOf(MisuseException.class)
        .hasMessage("--savepointPath: there is no savepoint at " + path);
    assertThatThrownBy(() -> check("--savepointPath=" + path, "--flinkMaster=127.0.0.1:8081"))
        .isInstanceOf(MisuseException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3://bucket/savepoint", "hdfs:///savepoint"})
  void ofOtherFileSystemsNothingIsKnown(String path) {
    assertThatCode(() -> check("--savepointPath=" + path)).doesNotThrowAnyException();
  }

  @Test
  void ofOtherMachinesNothingIsKnown() {
    assertThatCode(() -> check("--savepointPath=/no/such", "--flinkMaster=192.0.2.1:8081"))
        .doesNotThrowAnyException();
  }

  @Test
  void oneThatIsThereIsTaken(@TempDir Path folder) {
    assertThatCode(() -> check("--savepointPath=" + folder)).doesNotThrowAnyException();
    assertThatCode(() -> check("--savepointPath=" + folder.toUri())).doesNotThrowAnyException();
    assertThatCode(FlinkSavepointTest::check).doesNotThrowAnyException();
  }
}
