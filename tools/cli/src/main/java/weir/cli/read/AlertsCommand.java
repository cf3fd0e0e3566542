package weir.cli.read;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import weir.command.KafkaOptions;
import weir.form.AlertJson;
import weir.topics.TopicReader;

/** Shows alerts as they come. */
@Command(
    name = "alerts",
    description = "Shows alerts as they come, until Ctrl-C.",
    footer = {"", "  ./weir alerts --from-beginning"})
public final class AlertsCommand implements Callable<Integer> {
  @Mixin KafkaOptions kafka = new KafkaOptions();
  @Spec @Nullable CommandSpec spec;

  @Option(
      names = "--topic",
      defaultValue = "fraud-alerts",
      description = "Where from (default: ${DEFAULT-VALUE}).")
  String topic = "";

  @Option(names = "--from-beginning", description = "Those before as well.")
  boolean fromBeginning;

  @Option(names = "--json", description = "Each as the JSON that is in the topic.")
  boolean json;

  @Override
  public Integer call() {
    CommandLine command = Objects.requireNonNull(spec).commandLine();
    PrintWriter out = command.getOut();
    AlertLine line = AlertLine.forThisTerminal();
    try (TopicReader reader = new TopicReader(kafka.client(), topic)) {
      if (fromBeginning) {
        reader.seekToBeginning();
      } else {
        reader.seekToEnd();
      }
      Outage outage = new Outage(reader::trouble, command.getErr());
      while (!out.checkError()) {
        outage.look();
        reader.poll(record -> out.println(text(record, line)));
      }
    }
    return 0;
  }

  private String text(ConsumerRecord<byte[], byte[]> record, AlertLine line) {
    byte[] value = record.value() == null ? new byte[0] : record.value();
    if (json) {
      return new String(value, StandardCharsets.UTF_8);
    }
    try {
      return line.of(AlertJson.read(value));
    } catch (IOException foreign) {
      return "not an alert: offset " + record.offset() + " of partition " + record.partition();
    }
  }
}
