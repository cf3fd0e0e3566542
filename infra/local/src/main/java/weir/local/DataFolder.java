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

/** A broker's data folder, formatted for Kafka. */
final class DataFolder implements AutoCloseable {
  private static final int NODE_OF_A_NEW_FOLDER = 1;

  private final ServerFolder folder;
  private final int node;

  private DataFolder(ServerFolder folder, int node) {
    this.folder = folder;
    this.node = node;
  }

  /** Takes the wanted folder with its content, or a new one that is deleted when it is closed. */
  static DataFolder open(Optional<Path> wanted) {
    ServerFolder folder = ServerFolder.open(wanted, "weir-kafka-");
    Path path = folder.path();
    try {
      if (path.toString().contains(",")) {
        throw new UnavailableException(
            "the data folder " + path + " has a comma in its name: Kafka takes it for two");
      }
      return new DataFolder(folder, prepare(path));
    } catch (IOException failed) {
      folder.close();
      throw ServerFolder.unusable(path, failed);
    } catch (RuntimeException failed) {
      folder.close();
      throw failed;
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
    return folder.path();
  }

  int node() {
    return node;
  }

  @Override
  public void close() {
    folder.close();
  }
}
