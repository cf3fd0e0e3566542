package weir.cli.page;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import weir.command.Values;
import weir.launch.ChildJvm;

/** Serves the live page. */
@Command(
    name = "dashboard",
    description = "Serves the live page over PostgreSQL and the topics, until Ctrl-C.",
    footer = {
      "",
      "Either source may be missing, come late or go away for a while: the page says",
      "so. Give the database's user the role weir_reader, and no more. /metrics is",
      "for Prometheus, /healthz for whoever watches over the server.",
      "",
      "  ./weir dashboard --bootstrapServers= --jdbcUrl=...        # without Kafka",
      "  ./weir dashboard --jdbcUser=reader \\",
      "    --jdbcUrl=jdbc:postgresql://127.0.0.1:5432/weir"
    })
public final class DashboardCommand implements Callable<Integer> {
  @Option(
      names = "--bind",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description =
          "Where to listen (default: ${DEFAULT-VALUE}, this machine only). There is no login.")
  String bind = "";

  @Option(
      names = "--port",
      converter = Values.Port.class,
      description =
          "The page's port (default: 8080, or any free one if that is in use; 0 for any).")
  @Nullable Integer port;

  @Option(
      names = {"--bootstrapServers", "--bootstrap-servers"},
      paramLabel = "HOST:PORT",
      defaultValue = "localhost:9092",
      description = "Kafka brokers (default: ${DEFAULT-VALUE}); empty to do without Kafka.")
  String bootstrapServers = "";

  @Option(
      names = {"--kafkaProperties", "--kafka-properties"},
      paramLabel = "FILE",
      converter = Values.OldFile.class,
      description = "Further client properties, such as for TLS and SASL.")
  @Nullable Path kafkaProperties;

  @Option(
      names = "--inputTopic",
      paramLabel = "TOPIC",
      defaultValue = "transactions",
      description = "Its end tells rate and lag (default: ${DEFAULT-VALUE}).")
  String inputTopic = "";

  @Option(
      names = "--alertTopic",
      paramLabel = "TOPIC",
      defaultValue = "fraud-alerts",
      description = "Where alerts are (default: ${DEFAULT-VALUE}).")
  String alertTopic = "";

  @Option(
      names = "--deadLetterTopic",
      paramLabel = "TOPIC",
      defaultValue = "transactions.dead-letter",
      description = "Where dead letters are (default: ${DEFAULT-VALUE}).")
  String deadLetterTopic = "";

  @Option(
      names = "--consumerGroup",
      paramLabel = "GROUP",
      defaultValue = "weir",
      description = "The pipeline's, to tell how far it is (default: ${DEFAULT-VALUE}).")
  String consumerGroup = "";

  @Option(
      names = "--jdbcUrl",
      paramLabel = "URL",
      defaultValue = "",
      description = "PostgreSQL as jdbc:postgresql://HOST:PORT/DATABASE; without it, Kafka only.")
  String jdbcUrl = "";

  @Option(
      names = "--jdbcUser",
      paramLabel = "USER",
      defaultValue = "weir",
      description = "Its user (default: ${DEFAULT-VALUE}).")
  String jdbcUser = "";

  @Option(
      names = "--jdbcPasswordFile",
      paramLabel = "FILE",
      converter = Values.OldFile.class,
      description = "File with the user's password.")
  @Nullable Path jdbcPasswordFile;

  @Override
  public Integer call() throws InterruptedException {
    try (ChildJvm page = PageJvm.with(options()).inherit()) {
      Runtime.getRuntime().addShutdownHook(new Thread(page::close));
      return page.waitFor();
    }
  }

  private List<String> options() {
    List<String> options =
        new ArrayList<>(
            List.of(
                "--bind=" + bind,
                "--bootstrapServers=" + bootstrapServers,
                "--inputTopic=" + inputTopic,
                "--alertTopic=" + alertTopic,
                "--deadLetterTopic=" + deadLetterTopic,
                "--consumerGroup=" + consumerGroup,
                "--jdbcUrl=" + jdbcUrl,
                "--jdbcUser=" + jdbcUser));
    if (port != null) {
      options.add("--port=" + port);
    }
    if (kafkaProperties != null) {
      options.add("--kafkaProperties=" + kafkaProperties.toAbsolutePath());
    }
    if (jdbcPasswordFile != null) {
      options.add("--jdbcPasswordFile=" + jdbcPasswordFile.toAbsolutePath());
    }
    return options;
  }
}
