package weir.runners;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import weir.options.CommandLineOptions;
import weir.options.WeirOptions;

/** What Flink is told by the file of its configuration. */
class FlinkConfigurationTest {
  @BeforeAll
  static void registerOptions() {
    PipelineOptionsFactory.register(WeirOptions.class);
  }

  private static String written(String... options) throws Exception {
    WeirOptions parsed = CommandLineOptions.parse(options, "--runner=FlinkRunner");
    FlinkConfiguration.write(parsed);
    String folder = parsed.as(FlinkPipelineOptions.class).getFlinkConfDir();
    return Files.readString(Path.of(folder, "flink-conf.yaml"));
  }

  @Test
  void insideTheProcessItServesThisMachineOnly() throws Exception {
    assertThat(written())
        .contains("jobmanager.bind-host: 127.0.0.1")
        .contains("taskmanager.bind-host: 127.0.0.1")
        .contains("rest.bind-address: 127.0.0.1")
        .doesNotContain("metrics.");
    assertThat(written("--metricsPort=9249")).contains("metrics.reporter.weir.port: 9249");
  }

  /** Its workers are reached from other machines. */
  @Test
  void aClusterListensWhereItsOwnConfigurationSays() throws Exception {
    assertThat(written("--flinkMaster=host:8081")).doesNotContain("127.0.0.1");
  }
}
