package weir.runners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.book.Charter;
import weir.book.RuleBookReader;
import weir.failure.MisuseException;
import weir.options.CommandLineOptions;
import weir.options.WeirOptions;

/** With which checkpoints Flink runs a job whose steps need the floor. */
class FlinkFloorTest {
  private static final Charter USERS = charter("");
  private static final Charter SHOPS = charter("keys: {merchant: merchantId}\n");

  @TempDir private Path folder = Path.of("target");

  @BeforeAll
  static void registerOptions() {
    PipelineOptionsFactory.register(WeirOptions.class);
  }

  private static Charter charter(String keys) {
    String rules =
        """
        allowedLateness: 10 s
        allowedClockSkew: 5 s
        rules:
          - {id: dear, version: 1, kind: amount-over, severity: low, limit: 1}
        """;
    return RuleBookReader.parse("rules", keys + rules).charter();
  }

  private static FlinkPipelineOptions settled(Charter charter, boolean given, String... options) {
    WeirOptions parsed = CommandLineOptions.parse(options, "--runner=FlinkRunner");
    FlinkFloor.settle(parsed, charter, given);
    return parsed.as(FlinkPipelineOptions.class);
  }

  @Test
  void withoutFurtherKeysThereAreNone() {
    FlinkPipelineOptions options = settled(USERS, false);
    assertThat(options.getCheckpointingInterval()).isEqualTo(-1);
    assertThat(options.getStateBackend()).isNull();
    assertThat(options.getFinishBundleBeforeCheckpointing()).isFalse();
  }

  @Test
  void withKeysThereAreSomeInATemporaryFolder() {
    FlinkPipelineOptions options = settled(SHOPS, false);
    assertThat(options.getCheckpointingInterval()).isEqualTo(FlinkFloor.INTERVAL.toMillis());
    assertThat(options.getStateBackend()).isEqualTo("filesystem");
    assertThat(Path.of(URI.create(options.getStateBackendStoragePath()))).isEmptyDirectory();
    assertThat(options.getFinishBundleBeforeCheckpointing()).isTrue();
  }

  /** A job that fails ends, as it does without keys. */
  @Test
  void theseAreNotToStartAJobAgain() {
    assertThat(settled(SHOPS, false).getNumberOfExecutionRetries()).isZero();
    assertThat(settled(SHOPS, false, "--numberOfExecutionRetries=3").getNumberOfExecutionRetries())
        .isEqualTo(3);
  }

  @Test
  void whoSaysHowOftenIsObeyed() {
    FlinkPipelineOptions often = settled(SHOPS, true, "--checkpointingInterval=300");
    assertThat(often.getCheckpointingInterval()).isEqualTo(300);
    assertThat(often.getStateBackend()).isNull();
    assertThat(often.getNumberOfExecutionRetries()).isEqualTo(-1);
    assertThat(often.getFinishBundleBeforeCheckpointing()).isTrue();
    assertThat(settled(SHOPS, true, "--checkpointingInterval=-1").getCheckpointingInterval())
        .isEqualTo(-1);
  }

  @Test
  void flinksOwnConfigurationIsObeyed() throws Exception {
    Files.writeString(
        folder.resolve("flink-conf.yaml"), "execution.checkpointing.interval: 7 min\n");
    FlinkPipelineOptions options = settled(SHOPS, false, "--flinkConfDir=" + folder);
    assertThat(options.getCheckpointingInterval()).isEqualTo(-1);
    assertThat(options.getStateBackend()).isNull();
  }

  @Test
  void whereCheckpointsHaveAPlaceTheyAreMadeThere() throws Exception {
    FlinkPipelineOptions given =
        settled(
            SHOPS,
            false,
            "--flinkMaster=192.0.2.1:8081",
            "--stateBackend=rocksdb",
            "--stateBackendStoragePath=file:///shared");
    assertThat(given.getCheckpointingInterval()).isEqualTo(FlinkFloor.INTERVAL.toMillis());
    assertThat(given.getStateBackend()).isEqualTo("rocksdb");
    assertThat(given.getNumberOfExecutionRetries()).isEqualTo(-1);
    Files.writeString(folder.resolve("flink-conf.yaml"), "state.checkpoints.dir: file:///shared\n");
    FlinkPipelineOptions configured =
        settled(SHOPS, false, "--flinkMaster=192.0.2.1:8081", "--flinkConfDir=" + folder);
    assertThat(configured.getCheckpointingInterval()).isEqualTo(FlinkFloor.INTERVAL.toMillis());
    assertThat(configured.getStateBackend()).isNull();
  }

  /** By a place alone Flink would keep them in the JobManager's memory, and fail. */
  @Test
  void aPlaceThatIsGivenAloneIsUsed() {
    FlinkPipelineOptions options = settled(SHOPS, false, "--stateBackendStoragePath=file:///here");
    assertThat(options.getStateBackend()).isEqualTo("filesystem");
    assertThat(options.getStateBackendStoragePath()).isEqualTo("file:///here");
  }

  /** A folder of this machine is none of the cluster's. */
  @Test
  void aClusterWithoutAPlaceForThemHasNone() {
    FlinkPipelineOptions options = settled(SHOPS, false, "--flinkMaster=192.0.2.1:8081");
    assertThat(options.getCheckpointingInterval()).isEqualTo(-1);
    assertThat(options.getStateBackend()).isNull();
  }

  /** They may hold records that no step has seen, so an offset would be committed too early. */
  @Test
  void unalignedOnesAreRefused() throws Exception {
    assertThatThrownBy(() -> settled(SHOPS, false, "--unalignedCheckpointEnabled=true"))
        .isInstanceOf(MisuseException.class)
        .hasMessageStartingWith("--unalignedCheckpointEnabled: a charter with keys needs aligned");
    Files.writeString(
        folder.resolve("flink-conf.yaml"), "execution.checkpointing.unaligned: true\n");
    assertThatThrownBy(() -> settled(SHOPS, false, "--flinkConfDir=" + folder))
        .isInstanceOf(MisuseException.class);
    assertThat(settled(USERS, false, "--unalignedCheckpointEnabled=true")).isNotNull();
  }
}
