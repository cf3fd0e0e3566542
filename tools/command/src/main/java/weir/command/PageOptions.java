package weir.command;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the live page is told. Values are kept as they are typed; the page says what is wrong. */
public final class PageOptions {
  @Option(
      names = "--bind",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description =
          "Where to listen (default: ${DEFAULT-VALUE}, this machine only). Whoever can reach it"
              + " can look, unless there are accounts (./weir users).")
  public String bind = "";

  @Option(
      names = "--port",
      converter = Values.Port.class,
      description =
          "The page's port (default: 8080, or any free one if that is in use; 0 for any).")
  public @Nullable Integer port;

  @Option(
      names = {"--bootstrapServers", "--bootstrap-servers"},
      paramLabel = "HOST:PORT",
      defaultValue = "localhost:9092",
      description = "Kafka brokers (default: ${DEFAULT-VALUE}); empty to do without Kafka.")
  public String bootstrapServers = "";

  @Option(
      names = {"--kafkaProperties", "--kafka-properties"},
      paramLabel = "FILE",
      defaultValue = "",
      description = "Further client properties, such as for TLS and SASL.")
  public String kafkaProperties = "";

  @Option(
      names = "--inputTopic",
      paramLabel = "TOPIC",
      defaultValue = "transactions",
      description = "Its end tells rate and lag (default: ${DEFAULT-VALUE}).")
  public String inputTopic = "";

  @Option(
      names = "--alertTopic",
      paramLabel = "TOPIC",
      defaultValue = "fraud-alerts",
      description = "Where alerts are (default: ${DEFAULT-VALUE}).")
  public String alertTopic = "";

  @Option(
      names = "--deadLetterTopic",
      paramLabel = "TOPIC",
      defaultValue = "transactions.dead-letter",
      description = "Where dead letters are (default: ${DEFAULT-VALUE}).")
  public String deadLetterTopic = "";

  @Option(
      names = {"--labelTopic", "--label-topic"},
      paramLabel = "TOPIC",
      description =
          "Where decisions are told as labels (default: the topic of transactions with .labels).")
  public @Nullable String labelTopic;

  @Option(
      names = {"--controlTopic", "--control-topic"},
      paramLabel = "TOPIC",
      description =
          "Where snoozes are announced (default: the topic of transactions with .control).")
  public @Nullable String controlTopic;

  @Option(
      names = "--consumerGroup",
      paramLabel = "GROUP",
      defaultValue = "weir",
      description = "The pipeline's, to tell how far it is (default: ${DEFAULT-VALUE}).")
  public String consumerGroup = "";

  @Option(
      names = "--jdbcUrl",
      paramLabel = "URL",
      defaultValue = "",
      description = "PostgreSQL as jdbc:postgresql://HOST:PORT/DATABASE; without it, Kafka only.")
  public String jdbcUrl = "";

  @Option(
      names = "--jdbcUser",
      paramLabel = "USER",
      defaultValue = "weir",
      description = "Its user (default: ${DEFAULT-VALUE}).")
  public String jdbcUser = "";

  @Option(
      names = "--jdbcPasswordFile",
      paramLabel = "FILE",
      defaultValue = "",
      description = "File with the user's password.")
  public String jdbcPasswordFile = "";

  @Option(
      names = "--accounts",
      description =
          "One has to sign in even before the first account is made. As soon as there is one, this"
              + " is so anyway.")
  public boolean accounts;

  @Option(
      names = {"--secureCookies", "--secure-cookies"},
      description = "Browsers reach the page by TLS, and show who they are by TLS only.")
  public boolean secureCookies;

  @Option(
      names = "--page",
      paramLabel = "URL",
      defaultValue = "",
      description =
          "Where browsers reach the page, for links in messages and the way back from --oidcIssuer"
              + " (default: where it listens).")
  public String page = "";

  @Option(
      names = {"--webhookFile", "--webhook-file"},
      paramLabel = "FILE",
      defaultValue = "",
      description = "File with the address of a chat's webhook (as Slack has) to tell of alerts.")
  public String webhookFile = "";

  @Option(
      names = {"--webhookFrom", "--webhook-from"},
      paramLabel = "SEVERITY",
      defaultValue = "high",
      description = "The least severity that it is told of (default: ${DEFAULT-VALUE}).")
  public String webhookFrom = "";

  @Option(
      names = {"--webhookEvery", "--webhook-every"},
      paramLabel = "DURATION",
      defaultValue = "10min",
      converter = Values.Length.class,
      description = "One message for each user in this time (default: ${DEFAULT-VALUE}).")
  public Duration webhookEvery = Duration.ZERO;

  @Option(
      names = {"--oidcIssuer", "--oidc-issuer"},
      paramLabel = "URL",
      defaultValue = "",
      description =
          "A provider of OpenID Connect that people may sign in by. One has to sign in then, as"
              + " with --accounts.")
  public String oidcIssuer = "";

  @Option(
      names = {"--oidcClient", "--oidc-client"},
      paramLabel = "ID",
      defaultValue = "",
      description = "What it calls the page.")
  public String oidcClient = "";

  @Option(
      names = {"--oidcSecretFile", "--oidc-secret-file"},
      paramLabel = "FILE",
      defaultValue = "",
      description = "File with the secret that it gave the page.")
  public String oidcSecretFile = "";

  @Option(
      names = {"--oidcRole", "--oidc-role"},
      paramLabel = "CLAIM",
      defaultValue = "roles",
      description =
          "The claim that has weir-reader, weir-analyst, weir-approver or weir-admin; with dots if"
              + " it is inside others, such as realm_access.roles (default: ${DEFAULT-VALUE}).")
  public String oidcRole = "";

  @Option(
      names = {"--fourEyes", "--four-eyes"},
      paramLabel = "true|false",
      arity = "1",
      defaultValue = "true",
      description =
          "Whether somebody else must agree to a change of rules than who proposed it"
              + " (default: ${DEFAULT-VALUE}).")
  public boolean fourEyes = true;

  @Option(
      names = {"--backtestLog", "--backtest-log"},
      paramLabel = "SOURCE",
      converter = LogPlace.Converter.class,
      description =
          "The log that proposed rules are tried on: the folder of a lake or its URL, a file, or"
              + " the name of a topic.")
  public @Nullable LogPlace backtestLog;
}
