package weir.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Checkpoints of Flink that stay in a folder when their job is gone. */
public record FlinkCheckpoints(Path folder) {

  /** With which options a job leaves them there. */
  public List<String> options() {
    return List.of(
        "--stateBackend=filesystem",
        "--stateBackendStoragePath=" + folder.toUri(),
        "--externalizedCheckpointsEnabled=true",
        "--retainExternalizedCheckpointsOnCancellation=true");
  }

  /** Those that are complete have a file of this name. */
  public Optional<Path> newest() {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(path -> path.endsWith("_metadata"))
          .max(Comparator.comparing(path -> path.toFile().lastModified()))
          .map(Path::getParent);
    } catch (UncheckedIOException | IOException goneMeanwhile) {
      return Optional.empty();
    }
  }
}
