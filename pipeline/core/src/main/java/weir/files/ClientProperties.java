package weir.files;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** The file in which a user keeps what Kafka clients need beside the brokers' addresses. */
public final class ClientProperties {
  private ClientProperties() {}

  /** Reads the file; throws {@link IOException} with one sentence if that fails. */
  public static Map<String, String> read(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException unreadable) {
      throw new IOException(file + " is not a readable properties file", unreadable);
    }
    Map<String, String> client = new HashMap<>();
    properties
        .stringPropertyNames()
        .forEach(name -> client.put(name, properties.getProperty(name)));
    return client;
  }
}
