package weir.runners;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import weir.contract.DeliveryContract;
import weir.contract.FlinkBundles;
import weir.contract.FlinkCheckpoints;

/** What is in Kafka after Flink has restarted a job again and again. */
class OnFlinkDeliveryTest extends DeliveryContract {
  @TempDir private Path configuration = Path.of("target");

  @Override
  protected String mainClass() {
    return OnFlink.class.getName();
  }

  @Override
  protected List<String> checkpointing(Path folder) {
    List<String> options = new ArrayList<>(new FlinkCheckpoints(folder).options());
    options.add("--parallelism=2");
    options.add(FlinkBundles.LONG);
    options.add("--checkpointingInterval=500");
    return options;
  }

  @Override
  protected Optional<Path> newest(Path folder) {
    return new FlinkCheckpoints(folder).newest();
  }

  /** Inside one process Flink takes a checkpoint from the file of its configuration only. */
  @Override
  protected List<String> goingOn(Path checkpoint) throws IOException {
    Files.writeString(
        configuration.resolve("flink-conf.yaml"),
        "execution.savepoint.path: " + checkpoint.toUri() + "\n");
    return List.of("--flinkConfDir=" + configuration);
  }
}
