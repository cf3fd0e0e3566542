package weir.dashboard;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import weir.failure.MisuseException;
import weir.files.Suggestion;

/** The command line as --name=value, with defaults. */
final class Options {
  private static final Map<String, String> DEFAULTS = new LinkedHashMap<>();

  static {
    DEFAULTS.put("bind", "127.0.0.1");
    DEFAULTS.put("port", "");
    DEFAULTS.put("bootstrapServers", "localhost:9092");
    DEFAULTS.put("kafkaProperties", "");
    DEFAULTS.put("inputTopic", "transactions");
    DEFAULTS.put("alertTopic", "fraud-alerts");
    DEFAULTS.put("deadLetterTopic", "transactions.dead-letter");
    DEFAULTS.put("consumerGroup", "weir");
    DEFAULTS.put("jdbcUrl", "");
    DEFAULTS.put("jdbcUser", "weir");
    DEFAULTS.put("jdbcPasswordFile", "");
  }

  private final Map<String, String> values = new TreeMap<>(DEFAULTS);

  private Options() {}

  /**
   * Throws {@link MisuseException} with one sentence about the first argument that is no option.
   */
  static Options of(List<String> words) {
    Options options = new Options();
    for (String word : words) {
      if (!word.startsWith("--")) {
        throw new MisuseException(
            "'" + word + "' is not an option: options are written --name=value");
      }
      int equals = word.indexOf('=');
      String name = word.substring(2, equals < 0 ? word.length() : equals);
      if (!DEFAULTS.containsKey(name)) {
        throw new MisuseException("Unknown option --" + name + ". " + advice(name));
      }
      if (equals < 0) {
        throw new MisuseException("--" + name + " needs a value: write --" + name + "=VALUE");
      }
      options.values.put(name, word.substring(equals + 1).strip());
    }
    return options;
  }

  private static String advice(String name) {
    return Suggestion.of(name, DEFAULTS.keySet())
        .map(near -> "Did you mean --" + near + "?")
        .orElse("--help lists all options.");
  }

  /** The given value, or the default; empty if there is neither. */
  String text(String name) {
    return values.getOrDefault(name, "");
  }

  /** The given value or the default; it must not be empty. */
  String name(String name) {
    String text = text(name);
    if (text.isEmpty()) {
      throw new MisuseException("--" + name + " must not be empty");
    }
    return text;
  }

  /** Every option and its default. */
  static String help() {
    return DEFAULTS.entrySet().stream()
        .map(option -> "  --" + option.getKey() + "=" + option.getValue())
        .collect(
            Collectors.joining("\n", "The live page of Weir. Options and their defaults:\n", ""));
  }
}
