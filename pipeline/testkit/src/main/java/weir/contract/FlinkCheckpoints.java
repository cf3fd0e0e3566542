package weir.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Flink checkpoints in a folder; they outlive their job. */
public record FlinkCheckpoints(Path folder) {

  /** Options that make a job keep its checkpoints in the folder. */
  public List<String> options() {
    return List.of(
        "--stateBackend=filesystem",
        "--stateBackendStoragePath=" + folder.toUri(),
        "--externalizedCheckpointsEnabled=true",
        "--retainExternalizedCheckpointsOnCancellation=true");
  }

  /** The newest complete checkpoint: only a complete one has a file of this name. */
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
