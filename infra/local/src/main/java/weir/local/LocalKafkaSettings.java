package weir.local;

import java.nio.file.Path;
import java.util.Optional;
import weir.failure.UnavailableException;

/**
 * The settings of a local broker.
 *
 * @param port the port for clients, 0 for any free one
 * @param dataFolder where topics are kept from one start to the next; if absent they are deleted at
 *     the end
 */
public record LocalKafkaSettings(int port, Optional<Path> dataFolder) {
  private static final int HIGHEST_PORT = 65_535;

  public LocalKafkaSettings {
    if (port < 0 || port > HIGHEST_PORT) {
      throw new UnavailableException("port " + port + " is not between 0 and " + HIGHEST_PORT);
    }
  }

  /** Any free port, and data that is deleted at the end. */
  public static LocalKafkaSettings defaults() {
    return new LocalKafkaSettings(0, Optional.empty());
  }

  public LocalKafkaSettings withPort(int port) {
    return new LocalKafkaSettings(port, dataFolder);
  }

  public LocalKafkaSettings withDataFolder(Path folder) {
    return new LocalKafkaSettings(port, Optional.of(folder));
  }
}
