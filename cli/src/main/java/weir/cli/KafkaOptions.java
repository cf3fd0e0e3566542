package weir.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import weir.io.ClientProperties;
import weir.local.LocalServerException;

/** The options of every command that talks to a cluster. */
final class KafkaOptions {
  @Option(
      names = {"--bootstrap-servers", "--bootstrapServers"},
      paramLabel = "HOST:PORT",
      defaultValue = "localhost:9092",
      description = "Kafka brokers (default: ${DEFAULT-VALUE}).")
  String bootstrapServers = "";

  @Option(
      names = {"--kafka-properties", "--kafkaProperties"},
      paramLabel = "FILE",
      description = "Further client properties, such as for TLS and SASL.")
  @Nullable Path properties;

  Map<String, Object> client() {
    Map<String, Object> client = new HashMap<>();
    Path file = properties;
    if (file != null) {
      try {
        client.putAll(ClientProperties.read(file));
      } catch (IOException unreadable) {
        throw new LocalServerException(String.valueOf(unreadable.getMessage()), unreadable);
      }
    }
    client.put("bootstrap.servers", bootstrapServers);
    return client;
  }
}
