package weir.bench.twin;

import java.io.Serializable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import weir.book.RuleBook;
import weir.book.RuleBookReader;
import weir.command.OneLine;
import weir.command.Values;
import weir.failure.MisuseException;
import weir.kafka.KafkaSettings;

/**
 * The options of a twin: those of the pipeline's options that matter to it, by the same names.
 *
 * @param checkpointingInterval in milliseconds; below zero state is not saved
 */
public record TwinOptions(
    KafkaSettings kafka,
    String inputTopic,
    String alertTopic,
    String deadLetterTopic,
    RuleBook book,
    int parallelism,
    long checkpointingInterval)
    implements Serializable {
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /** The command line, with the defaults of the pipeline. */
  private static final class Line {
    @Option(
        names = "--bootstrapServers",
        converter = Values.Servers.class,
        defaultValue = "localhost:9092")
    String bootstrapServers = "";

    @Option(names = "--inputTopic", defaultValue = "transactions")
    String inputTopic = "";

    @Option(names = "--alertTopic", defaultValue = "fraud-alerts")
    String alertTopic = "";

    @Option(names = "--deadLetterTopic", defaultValue = "transactions.dead-letter")
    String deadLetterTopic = "";

    @Option(names = "--consumerGroup", defaultValue = "weir")
    String consumerGroup = "";

    @Option(names = "--rules", converter = Values.OldFile.class)
    @Nullable Path rules;

    @Option(names = "--parallelism", converter = Values.HowMany.class, defaultValue = "2")
    int parallelism;

    @Option(names = "--checkpointingInterval", defaultValue = "-1")
    long checkpointingInterval;
  }

  /** Reads a command line; throws {@link MisuseException} if it is wrong. */
  public static TwinOptions parse(String... args) {
    Line line = new Line();
    OneLine.parse(new CommandLine(line), List.of(args));
    Path rules = line.rules;
    return new TwinOptions(
        new KafkaSettings(line.bootstrapServers, line.consumerGroup, Map.of(), PATIENCE),
        line.inputTopic,
        line.alertTopic,
        line.deadLetterTopic,
        rules == null ? RuleBookReader.readOfUsers() : RuleBookReader.read(rules),
        line.parallelism,
        line.checkpointingInterval);
  }

  public boolean savesState() {
    return checkpointingInterval > 0;
  }

  /** The configuration of a consumer. */
  public Map<String, Object> consumers() {
    return with(kafka.forConsumers());
  }

  /** The configuration of a producer. */
  public Map<String, Object> producers() {
    return with(kafka.forProducers());
  }

  private Map<String, Object> with(Map<String, Object> more) {
    Map<String, Object> config = kafka.forClients();
    config.putAll(more);
    return config;
  }

  /** The form of the answers of a twin on this engine. */
  public AnswerTopics answers(String engine) {
    return new AnswerTopics(inputTopic, alertTopic, deadLetterTopic, engine);
  }
}
