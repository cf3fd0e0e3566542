package weir.bench.twin;

import java.io.Serializable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import weir.book.RuleBook;
import weir.book.RuleBookReader;
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
  private static final Pattern FORM = Pattern.compile("--(\\w+)=(.*)");

  private static final Map<String, String> DEFAULTS =
      Map.of(
          "bootstrapServers", "localhost:9092",
          "inputTopic", "transactions",
          "alertTopic", "fraud-alerts",
          "deadLetterTopic", "transactions.dead-letter",
          "consumerGroup", "weir",
          "rules", "",
          "parallelism", "2",
          "checkpointingInterval", "-1");

  /** Reads a command line; throws {@link MisuseException} if it is wrong. */
  public static TwinOptions parse(String... args) {
    Given given = new Given(new HashMap<>(DEFAULTS));
    for (String arg : args) {
      Matcher option = FORM.matcher(arg);
      if (!option.matches() || !DEFAULTS.containsKey(option.group(1))) {
        throw new MisuseException("unknown option " + arg);
      }
      given.values.put(option.group(1), option.group(2));
    }
    String rules = given.text("rules");
    return new TwinOptions(
        new KafkaSettings(
            given.text("bootstrapServers"), given.text("consumerGroup"), Map.of(), PATIENCE),
        given.text("inputTopic"),
        given.text("alertTopic"),
        given.text("deadLetterTopic"),
        rules.isEmpty() ? RuleBookReader.readDefault() : RuleBookReader.read(Path.of(rules)),
        Math.toIntExact(given.number("parallelism", 1, Integer.MAX_VALUE)),
        given.number("checkpointingInterval", -1, Long.MAX_VALUE));
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

  private record Given(Map<String, String> values) {
    String text(String name) {
      return values.getOrDefault(name, "");
    }

    long number(String name, long least, long most) {
      try {
        long number = Long.parseLong(text(name));
        if (least <= number && number <= most) {
          return number;
        }
      } catch (NumberFormatException none) {
        // Reported below.
      }
      throw new MisuseException(
          "--" + name + ": found '" + text(name) + "', expected a whole number from " + least);
    }
  }
}
