package weir.runners;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import weir.contract.DeliveryContract;

/** What is in Kafka after Flink has restarted a job again and again. */
class OnFlinkDeliveryTest extends DeliveryContract {
  @TempDir private Path configuration = Path.of("target");

  @Override
  protected String mainClass() {
    return OnFlink.class.getName();
  }

  @Override
  protected List<String> checkpointing(Path folder) {
    return List.of(
        "--parallelism=2",
        "--checkpointingInterval=500",
        "--stateBackend=filesystem",
        "--stateBackendStoragePath=" + folder.toUri(),
        "--externalizedCheckpointsEnabled=true",
        "--retainExternalizedCheckpointsOnCancellation=true");
  }

  /** Those that are complete have a file of this name. */
  @Override
  protected Optional<Path> newest(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(path -> path.endsWith("_metadata"))
          .max(Comparator.comparing(path -> path.toFile().lastModified()))
          .map(Path::getParent);
    } catch (UncheckedIOException | IOException goneMeanwhile) {
      return Optional.empty();
    }
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
