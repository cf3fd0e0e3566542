package weir.cli.read;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import weir.command.KafkaOptions;
import weir.topics.TopicReader;

/** Shows a whole topic, and how much it holds. */
@Command(
    name = "read",
    description = "Shows all records of a topic, one a line, and their number.",
    footer = {"", "  ./weir read transactions.dead-letter"})
public final class ReadCommand implements Callable<Integer> {
  @Mixin KafkaOptions kafka = new KafkaOptions();
  @Spec @Nullable CommandSpec spec;

  @Parameters(paramLabel = "TOPIC", description = "The topic.")
  String topic = "";

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    AtomicLong total = new AtomicLong();
    try (TopicReader reader = new TopicReader(kafka.client(), topic)) {
      reader.seekToBeginning();
      reader.readToEnd(
          record -> {
            total.incrementAndGet();
            out.println(
                record.value() == null
                    ? "(no value)"
                    : new String(record.value(), StandardCharsets.UTF_8));
          });
    }
    out.flush();
    spec.commandLine().getErr().printf("%,d records in %s%n", total.get(), topic);
    return 0;
  }
}
