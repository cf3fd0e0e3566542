package weir.local;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.metadata.storage.Formatter;
import weir.failure.UnavailableException;

/**
 * A broker's data folder: formatted for Kafka, and locked so that no second broker writes there.
 */
final class DataFolder implements AutoCloseable {
  private static final int NODE_OF_A_NEW_FOLDER = 1;

  private final Path path;
  private final boolean temporary;
  private final FolderLock lock;
  private final int node;

  private DataFolder(Path path, boolean temporary, FolderLock lock, int node) {
    this.path = path;
    this.temporary = temporary;
    this.lock = lock;
    this.node = node;
  }

  /** Takes the wanted folder with its content, or a new one that is deleted when it is closed. */
  static DataFolder open(Optional<Path> wanted) {
    if (wanted.isPresent()) {
      return open(wanted.get(), false);
    }
    Path temporary = Folders.temporary("weir-kafka-");
    try {
      return open(temporary, true);
    } catch (UnavailableException failed) {
      Folders.delete(temporary);
      throw failed;
    }
  }

  private static DataFolder open(Path folder, boolean temporary) {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new UnavailableException("the data folder " + folder + " is a file");
    }
    try {
      Path path = Files.createDirectories(folder).toRealPath();
      if (!temporary) {
        // A folder that the user names is kept for good, even if it was temporary.
        Folders.keep(path);
      }
      if (path.toString().contains(",")) {
        throw new UnavailableException(
            "the data folder " + path + " has a comma in its name: Kafka takes it for two");
      }
      FolderLock lock = FolderLock.take(path);
      try {
        return new DataFolder(path, temporary, lock, prepare(path));
      } catch (IOException | RuntimeException failed) {
        lock.close();
        throw failed;
      }
    } catch (IOException failed) {
      throw new UnavailableException(
          "the data folder " + folder + " cannot be used: " + Reason.of(failed), failed);
    }
  }

  /** Formats a new folder; returns the node id, which a formatted folder already has. */
  private static int prepare(Path path) throws IOException {
    if (Files.exists(path.resolve(MetaPropertiesEnsemble.META_PROPERTIES_NAME))) {
      return new MetaPropertiesEnsemble.Loader()
          .addLogDirs(List.of(path.toString()))
          .load()
          .nodeId()
          .orElseThrow(
              () -> new UnavailableException("the data folder " + path + " has no node id"));
    }
    try (Stream<Path> content = Files.list(path)) {
      // Kafka gives up at the first subfolder that is no partition.
      if (content.anyMatch(
          file -> !file.endsWith(FolderLock.FILE) && !TemporaryMark.isMark(file))) {
        throw new UnavailableException(
            "the data folder " + path + " is not empty and holds no data of Kafka");
      }
    }
    format(path);
    return NODE_OF_A_NEW_FOLDER;
  }

  private static void format(Path path) throws IOException {
    try {
      new Formatter()
          .setClusterId(Uuid.randomUuid().toString())
          .setNodeId(NODE_OF_A_NEW_FOLDER)
          .addDirectory(path.toString())
          .setMetadataLogDirectory(path.toString())
          .setControllerListenerName(BrokerProperties.CONTROLLER)
          .setPrintStream(
              new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
          .run();
    } catch (Exception failed) {
      throw new IOException("cannot format " + path, failed);
    }
  }

  Path path() {
    return path;
  }

  int node() {
    return node;
  }

  /** Releases the folder; a temporary one is deleted. */
  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException failed) {
      throw new UnavailableException("cannot release " + path, failed);
    } finally {
      if (temporary) {
        Folders.delete(path);
      }
    }
  }
}
