package weir.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import weir.failure.MisuseException;
import weir.files.ClientProperties;

/** The options of every command that talks to a cluster. */
public final class KafkaOptions {
  @Option(
      names = {"--bootstrapServers", "--bootstrap-servers"},
      paramLabel = "HOST:PORT",
      converter = Values.Servers.class,
      defaultValue = "localhost:9092",
      description = "Kafka brokers (default: ${DEFAULT-VALUE}).")
  public String bootstrapServers = "";

  @Option(
      names = {"--kafkaProperties", "--kafka-properties"},
      paramLabel = "FILE",
      description = "Further client properties, such as for TLS and SASL.")
  public @Nullable Path properties;

  /** What clients of the cluster are made with. */
  public Map<String, Object> client() {
    Map<String, Object> client = new HashMap<>();
    Path file = properties;
    if (file != null) {
      try {
        client.putAll(ClientProperties.read(file));
      } catch (IOException unreadable) {
        throw new MisuseException("--kafkaProperties: " + unreadable.getMessage());
      }
    }
    client.put("bootstrap.servers", bootstrapServers);
    return client;
  }
}
