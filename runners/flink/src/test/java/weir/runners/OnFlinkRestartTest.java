package weir.runners;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import weir.contract.RestartContract;

/** Flink, killed and begun anew from what it committed. */
class OnFlinkRestartTest extends RestartContract {
  @TempDir private Path checkpoints = Path.of("target");

  @Override
  protected String mainClass() {
    return OnFlink.class.getName();
  }

  @Override
  protected List<String> committing() {
    return List.of(
        "--checkpointingInterval=300",
        "--stateBackend=filesystem",
        "--stateBackendStoragePath=" + checkpoints.toUri());
  }
}
