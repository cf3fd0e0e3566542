package weir.local;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import weir.failure.UnavailableException;

/**
 * The settings of a local broker.
 *
 * @param port the port for clients, 0 for any free one
 * @param dataFolder where topics are kept from one start to the next; if absent they are deleted at
 *     the end
 * @param further settings of the broker, by Kafka's names
 */
public record LocalKafkaSettings(int port, Optional<Path> dataFolder, Map<String, String> further) {
  private static final int HIGHEST_PORT = 65_535;

  public LocalKafkaSettings {
    further = Map.copyOf(further);
    if (port < 0 || port > HIGHEST_PORT) {
      throw new UnavailableException("port " + port + " is not between 0 and " + HIGHEST_PORT);
    }
  }

  /** Any free port, and data that is deleted at the end. */
  public static LocalKafkaSettings defaults() {
    return new LocalKafkaSettings(0, Optional.empty(), Map.of());
  }

  public LocalKafkaSettings withPort(int port) {
    return new LocalKafkaSettings(port, dataFolder, further);
  }

  public LocalKafkaSettings withDataFolder(Path folder) {
    return new LocalKafkaSettings(port, Optional.of(folder), further);
  }

  /** With an authorizer: a topic that somebody has rights to is closed to whoever has none. */
  public LocalKafkaSettings withRights() {
    return new LocalKafkaSettings(
        port,
        dataFolder,
        Map.of(
            "authorizer.class.name",
            "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
            "allow.everyone.if.no.acl.found",
            "true"));
  }
}
