package weir.dashboard.desk;

import java.util.Map;

/**
 * Where decisions are told.
 *
 * @param client what any Kafka client needs
 */
public record WireSettings(Map<String, Object> client, String labelTopic, String controlTopic) {
  public WireSettings {
    client = Map.copyOf(client);
  }

  /** Client properties may hold passwords. */
  @Override
  public String toString() {
    return "WireSettings[" + labelTopic + ", " + controlTopic + "]";
  }
}
