package weir.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a log again from the lake. */
@Command(
    name = "replay",
    description = "Sends the records in the lake to a new topic, as they once stood in another.",
    footer = {
      "",
      "  ./weir replay --lake=lake --topic=replayed",
      "  ./weir run --inputTopic=replayed --inputComplete --rules=my-rules.yaml"
    })
final class ReplayCommand implements Callable<Integer> {
  @Mixin KafkaOptions kafka = new KafkaOptions();

  @Option(
      names = "--lake",
      paramLabel = "FOLDER",
      defaultValue = "lake",
      description = "The lake's folder (default: ${DEFAULT-VALUE}).")
  String folder = "";

  @Option(
      names = "--topic",
      required = true,
      description = "Where to: an empty topic that takes the sender's time, or a new one.")
  String topic = "";

  @Option(
      names = "--from-topic",
      paramLabel = "TOPIC",
      description = "Whose records, if those of several topics are in the lake.")
  @Nullable String from;

  @Override
  public Integer call() throws InterruptedException {
    Path properties = kafka.properties;
    return LakeProcess.run(
        List.of(
            "replay",
            folder,
            from == null ? "" : from,
            kafka.bootstrapServers,
            topic,
            properties == null ? "" : properties.toString()));
  }
}
