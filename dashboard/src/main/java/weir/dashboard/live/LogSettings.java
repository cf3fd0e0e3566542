package weir.dashboard.live;

import java.util.Map;

/**
 * Where the log is.
 *
 * @param client what any Kafka client needs
 * @param group the pipeline's consumer group, whose offsets tell how far it is
 */
public record LogSettings(
    Map<String, Object> client,
    String inputTopic,
    String alertTopic,
    String deadLetterTopic,
    String group) {

  public LogSettings {
    client = Map.copyOf(client);
  }

  /** Client properties may hold passwords. */
  @Override
  public String toString() {
    return "LogSettings[" + inputTopic + ", " + alertTopic + ", " + deadLetterTopic + "]";
  }
}
