package weir.dashboard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.utils.Utils;
import picocli.CommandLine;
import weir.command.LogPlace;
import weir.command.OneLine;
import weir.command.PageOptions;
import weir.control.ControlTopic;
import weir.dashboard.backtest.BacktestSettings;
import weir.dashboard.desk.WireSettings;
import weir.dashboard.live.LogSettings;
import weir.dashboard.oidc.OidcSettings;
import weir.dashboard.store.DatabaseSettings;
import weir.dashboard.webhook.WebhookSettings;
import weir.failure.MisuseException;
import weir.files.ClientProperties;

/**
 * The server's settings.
 *
 * @param port 0 for any that is free
 * @param portAsked whether the port was given, so that no other will do
 * @param accounts whether one has to sign in even before there are accounts
 * @param secureCookies whether browsers reach the page by TLS
 * @param fourEyes whether somebody else must agree to a change of rules than who proposed it
 * @param backtest over what proposals are tried
 * @param page where browsers reach the page, if that is not where it listens
 */
record Settings(
    String bind,
    int port,
    boolean portAsked,
    Optional<LogSettings> log,
    Optional<WireSettings> wire,
    Optional<DatabaseSettings> database,
    boolean accounts,
    boolean secureCookies,
    boolean fourEyes,
    Optional<BacktestSettings> backtest,
    Optional<String> page,
    Optional<WebhookSettings> webhook,
    Optional<OidcSettings> oidc) {

  static final int USUAL_PORT = 8080;

  private static final String DATABASE = "jdbc:postgresql://HOST:PORT/DATABASE";
  private static final Pattern TOPIC = Pattern.compile("[a-zA-Z0-9._-]{1,249}");

  /** Throws {@link MisuseException} with one sentence about what is wrong. */
  static Settings of(List<String> words) {
    PageOptions options = new PageOptions();
    OneLine.parse(new CommandLine(options), words);
    return of(options);
  }

  /** The same of options that were read. */
  static Settings of(PageOptions options) {
    Settings settings =
        new Settings(
            name("bind", options.bind),
            options.port == null ? USUAL_PORT : options.port,
            options.port != null,
            log(options),
            wire(options),
            database(options),
            options.accounts,
            options.secureCookies,
            options.fourEyes,
            backtest(options),
            Guarded.page(options),
            Guarded.webhook(options),
            Guarded.oidc(options));
    if (settings.log().isEmpty() && settings.database().isEmpty()) {
      throw new MisuseException(
          "There is nothing to show: give --bootstrapServers=HOST:PORT, --jdbcUrl="
              + DATABASE
              + ", or both");
    }
    if (settings.accounts() && settings.database().isEmpty()) {
      throw new MisuseException("--accounts needs --jdbcUrl=" + DATABASE);
    }
    if (settings.oidc().isPresent() && settings.database().isEmpty()) {
      throw new MisuseException("--oidcIssuer needs --jdbcUrl=" + DATABASE);
    }
    return settings;
  }

  /** What was given, or the default, where an empty text says nothing. */
  private static String name(String option, String text) {
    String name = text.strip();
    if (name.isEmpty()) {
      throw new MisuseException("--" + option + " must not be empty");
    }
    return name;
  }

  /** Without brokers there is no log: the page lives from the database alone. */
  private static Optional<LogSettings> log(PageOptions options) {
    String servers = options.bootstrapServers.strip();
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
            topic("inputTopic", options.inputTopic),
            topic("alertTopic", options.alertTopic),
            topic("deadLetterTopic", options.deadLetterTopic),
            name("consumerGroup", options.consumerGroup)));
  }

  /** Where decisions are told: beside the topic of transactions, unless told otherwise. */
  private static Optional<WireSettings> wire(PageOptions options) {
    String servers = options.bootstrapServers.strip();
    if (servers.isEmpty()) {
      return Optional.empty();
    }
    String input = options.inputTopic.strip();
    String labels = options.labelTopic == null ? input + ".labels" : options.labelTopic;
    String control = options.controlTopic == null ? ControlTopic.of(input) : options.controlTopic;
    return Optional.of(
        new WireSettings(
            client(options, servers), topic("labelTopic", labels), topic("controlTopic", control)));
  }

  /** The log that proposals are tried on, beside the books of the control topic. */
  private static Optional<BacktestSettings> backtest(PageOptions options) {
    LogPlace log = options.backtestLog;
    if (log == null) {
      return Optional.empty();
    }
    WireSettings wire =
        wire(options)
            .orElseThrow(() -> new MisuseException("--backtestLog needs --bootstrapServers"));
    boolean topic = log.kind() == LogPlace.Kind.TOPIC;
    String place = topic ? log.text() : absolute(log.text());
    List<String> arguments = new ArrayList<>();
    arguments.add("--log=" + place);
    arguments.add("--bootstrapServers=" + options.bootstrapServers.strip());
    arguments.add("--controlTopic=" + wire.controlTopic());
    String file = options.kafkaProperties.strip();
    if (!file.isEmpty()) {
      arguments.add("--kafkaProperties=" + Path.of(file).toAbsolutePath());
    }
    return Optional.of(new BacktestSettings(log.kind().words() + ", " + log.text(), arguments));
  }

  /** A back-test works in a folder of its own. */
  private static String absolute(String place) {
    return place.contains("://") ? place : Path.of(place).toAbsolutePath().toString();
  }

  private static Map<String, Object> client(PageOptions options, String servers) {
    Map<String, Object> client = new HashMap<>();
    String file = options.kafkaProperties.strip();
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

  private static String topic(String name, String text) {
    String topic = name(name, text);
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

  private static Optional<DatabaseSettings> database(PageOptions options) {
    String url = options.jdbcUrl.strip();
    String file = options.jdbcPasswordFile.strip();
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
    return Optional.of(
        new DatabaseSettings(url, name("jdbcUser", options.jdbcUser), password(file)));
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
