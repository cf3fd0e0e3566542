package weir.dashboard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;
import weir.dashboard.live.LogSettings;
import weir.dashboard.store.DatabaseSettings;
import weir.failure.MisuseException;
import weir.files.ClientProperties;

/**
 * The server's settings, from options as --name=value.
 *
 * @param port 0 for any that is free
 * @param portAsked whether the port was given, so that no other will do
 */
record Settings(
    String bind,
    int port,
    boolean portAsked,
    Optional<LogSettings> log,
    Optional<DatabaseSettings> database) {

  static final int USUAL_PORT = 8080;

  private static final int MOST_PORT = 65_535;
  private static final String DATABASE = "jdbc:postgresql://HOST:PORT/DATABASE";
  private static final Pattern TOPIC = Pattern.compile("[a-zA-Z0-9._-]{1,249}");

  /** Throws {@link MisuseException} with one sentence about what is wrong. */
  static Settings of(List<String> words) {
    Options options = Options.of(words);
    String port = options.text("port");
    Settings settings =
        new Settings(
            options.name("bind"),
            port.isEmpty() ? USUAL_PORT : port(port),
            !port.isEmpty(),
            log(options),
            database(options));
    if (settings.log().isEmpty() && settings.database().isEmpty()) {
      throw new MisuseException(
          "There is nothing to show: give --bootstrapServers=HOST:PORT, --jdbcUrl="
              + DATABASE
              + ", or both");
    }
    return settings;
  }

  private static int port(String text) {
    try {
      int port = Integer.parseInt(text);
      if (port >= 0 && port <= MOST_PORT) {
        return port;
      }
    } catch (NumberFormatException none) {
      throw noPort(text, none);
    }
    throw noPort(text, null);
  }

  private static MisuseException noPort(String text, @Nullable Throwable cause) {
    return new MisuseException(
        "--port: '" + text + "' is not a number from 0 to " + MOST_PORT, cause);
  }

  /** Without brokers there is no log: the page lives from the database alone. */
  private static Optional<LogSettings> log(Options options) {
    String servers = options.text("bootstrapServers");
    if (servers.isEmpty()) {
      return Optional.empty();
    }
    for (String server : servers.split(",", -1)) {
      if (Utils.getHost(server.strip()) == null) {
        throw new MisuseException(
            "--bootstrapServers: '" + server + "' is not of the form HOST:PORT");
      }
    }
    return Optional.of(
        new LogSettings(
            client(options, servers),
            topic(options, "inputTopic"),
            topic(options, "alertTopic"),
            topic(options, "deadLetterTopic"),
            options.name("consumerGroup")));
  }

  private static Map<String, Object> client(Options options, String servers) {
    Map<String, Object> client = new HashMap<>();
    String file = options.text("kafkaProperties");
    try {
      if (!file.isEmpty()) {
        client.putAll(ClientProperties.read(Path.of(file)));
      }
      client.put("bootstrap.servers", servers);
      new AdminClientConfig(client).unused();
      return client;
    } catch (IOException | ConfigException wrong) {
      throw new MisuseException("--kafkaProperties: " + wrong.getMessage(), wrong);
    }
  }

  private static String topic(Options options, String name) {
    String topic = options.name(name);
    if (!TOPIC.matcher(topic).matches()) {
      throw new MisuseException(
          "--"
              + name
              + ": '"
              + topic
              + "' is not the name of a topic: letters, digits, '.', '_', '-'");
    }
    return topic;
  }

  private static Optional<DatabaseSettings> database(Options options) {
    String url = options.text("jdbcUrl");
    String file = options.text("jdbcPasswordFile");
    if (url.isEmpty() && file.isEmpty()) {
      return Optional.empty();
    }
    if (url.isEmpty()) {
      throw new MisuseException("--jdbcPasswordFile needs --jdbcUrl=" + DATABASE);
    }
    try {
      DriverManager.getDriver(url);
    } catch (SQLException foreign) {
      throw new MisuseException("--jdbcUrl: '" + url + "' is not of the form " + DATABASE, foreign);
    }
    return Optional.of(new DatabaseSettings(url, options.name("jdbcUser"), password(file)));
  }

  private static String password(String file) {
    try {
      return file.isEmpty() ? "" : Files.readString(Path.of(file)).strip();
    } catch (NoSuchFileException missing) {
      throw new MisuseException("--jdbcPasswordFile: there is no file " + file, missing);
    } catch (IOException unreadable) {
      throw new MisuseException("--jdbcPasswordFile: " + file + " cannot be read", unreadable);
    }
  }
}
