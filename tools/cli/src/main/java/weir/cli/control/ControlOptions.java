package weir.cli.control;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import weir.command.KafkaOptions;
import weir.control.ControlTopic;
import weir.notice.Books;

/** Which log the rules are for. */
public final class ControlOptions {
  @Mixin KafkaOptions kafka = new KafkaOptions();

  @Option(
      names = {"--topic", "--inputTopic"},
      paramLabel = "TOPIC",
      defaultValue = "transactions",
      description = "Whose rules they are (default: ${DEFAULT-VALUE}).")
  String topic = "";

  @Option(
      names = {"--controlTopic", "--control-topic"},
      paramLabel = "TOPIC",
      description = "Where they are announced (default: that topic's name with .control).")
  @Nullable String controlTopic;

  /** Whether a command line says anything of a cluster. */
  public static boolean areIn(ParseResult line) {
    return Stream.of("--bootstrapServers", "--kafkaProperties", "--topic", "--controlTopic")
        .anyMatch(line::hasMatchedOption);
  }

  /** The same log, for another command. */
  public List<String> arguments() {
    List<String> same = new ArrayList<>();
    same.add("--bootstrapServers=" + kafka.bootstrapServers);
    if (kafka.properties != null) {
      same.add("--kafkaProperties=" + kafka.properties);
    }
    same.add("--topic=" + topic);
    if (controlTopic != null) {
      same.add("--controlTopic=" + controlTopic);
    }
    return same;
  }

  /** The topic, which is there. */
  public ControlTopic open() {
    String name = controlTopic == null ? ControlTopic.of(topic) : controlTopic;
    ControlTopic control = new ControlTopic(kafka.client(), name);
    control.require();
    return control;
  }

  /** All that was announced. */
  public Books books() {
    return open().read().books();
  }
}
