package weir.dashboard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import weir.dashboard.live.LogSettings;
import weir.dashboard.store.DatabaseSettings;
import weir.io.ClientProperties;

/**
 * What the server is told at its start, by options as --name=value.
 *
 * @param port 0 for any that is free
 * @param portAsked whether somebody named the port, so that no other will do
 */
record Settings(
    String bind,
    int port,
    boolean portAsked,
    Optional<LogSettings> log,
    Optional<DatabaseSettings> database) {

  static final int USUAL_PORT = 8080;

  private static final Map<String, String> DEFAULTS =
      Map.of(
          "bind", "127.0.0.1",
          "port", "",
          "bootstrapServers", "localhost:9092",
          "inputTopic", "transactions",
          "alertTopic", "fraud-alerts",
          "deadLetterTopic", "transactions.dead-letter",
          "consumerGroup", "weir",
          "kafkaProperties", "",
          "jdbcUrl", "",
          "jdbcUser", "weir");

  /** Throws {@link MisuseException} with one sentence about what is wrong. */
  static Settings of(List<String> options) {
    Map<String, String> values = new TreeMap<>(DEFAULTS);
    values.put("jdbcPasswordFile", "");
    for (String option : options) {
      int equals = option.indexOf('=');
      String name = equals < 0 ? option : option.substring(0, equals);
      if (!name.startsWith("--") || equals < 0 || !values.containsKey(name.substring(2))) {
        throw new MisuseException("unknown option " + name + " (see --help)");
      }
      values.put(name.substring(2), option.substring(equals + 1));
    }
    String port = value(values, "port");
    return new Settings(
        value(values, "bind"),
        port.isEmpty() ? USUAL_PORT : port(port),
        !port.isEmpty(),
        log(values),
        database(values));
  }

  private static String value(Map<String, String> values, String name) {
    return values.getOrDefault(name, "");
  }

  private static int port(String text) {
    try {
      int port = Integer.parseInt(text);
      if (port >= 0 && port <= 65_535) {
        return port;
      }
    } catch (NumberFormatException none) {
      throw new MisuseException("--port: '" + text + "' is no port", none);
    }
    throw new MisuseException("--port: " + text + " is no port");
  }

  /** Without brokers there is no log: the page lives from the database alone. */
  private static Optional<LogSettings> log(Map<String, String> values) {
    if (value(values, "bootstrapServers").isEmpty()) {
      return Optional.empty();
    }
    Map<String, Object> client = new HashMap<>();
    Path file = file(values, "kafkaProperties");
    if (file != null) {
      try {
        client.putAll(ClientProperties.read(file));
      } catch (IOException unreadable) {
        throw new MisuseException("--kafkaProperties: " + unreadable.getMessage(), unreadable);
      }
    }
    client.put("bootstrap.servers", value(values, "bootstrapServers"));
    return Optional.of(
        new LogSettings(
            client,
            value(values, "inputTopic"),
            value(values, "alertTopic"),
            value(values, "deadLetterTopic"),
            value(values, "consumerGroup")));
  }

  private static Optional<DatabaseSettings> database(Map<String, String> values) {
    String url = value(values, "jdbcUrl");
    if (url.isEmpty()) {
      return Optional.empty();
    }
    if (!url.startsWith("jdbc:postgresql:")) {
      throw new MisuseException("--jdbcUrl: expected jdbc:postgresql://HOST:PORT/DATABASE");
    }
    Path file = file(values, "jdbcPasswordFile");
    try {
      String password = file == null ? "" : Files.readString(file).strip();
      return Optional.of(new DatabaseSettings(url, value(values, "jdbcUser"), password));
    } catch (IOException unreadable) {
      throw new MisuseException("--jdbcPasswordFile: " + file + " cannot be read", unreadable);
    }
  }

  private static @Nullable Path file(Map<String, String> values, String name) {
    String file = value(values, name);
    return file.isEmpty() ? null : Path.of(file);
  }
}
