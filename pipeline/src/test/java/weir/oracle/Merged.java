package weir.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import weir.model.Alert;
import weir.model.AlertJson;

/**
 * Merges what a run said, in whatever order and however often, as every reader must: of one alert
 * the record that has seen most stands.
 */
public final class Merged {
  private final Map<String, String> records = new HashMap<>();
  private final Map<String, Alert> standing = new HashMap<>();
  private final SortedMap<String, String> deadLetters = new TreeMap<>();
  private long raw;
  private long superseded;
  private long withdrawn;

  /** Takes the JSON of an alert; two that have seen the same must say the same. */
  public void alert(byte[] json) {
    Alert alert = read(json);
    String text = new String(json, StandardCharsets.UTF_8);
    raw++;
    Alert known = standing.get(alert.id());
    if (known != null && known.seen() == alert.seen()) {
      if (!text.equals(records.get(alert.id()))) {
        throw new AssertionError(
            "two judgements have seen the same and differ:\n"
                + records.get(alert.id())
                + "\n"
                + text);
      }
      return;
    }
    if (known != null) {
      superseded++;
    }
    if (!alert.isRaised()) {
      withdrawn++;
    }
    if (known == null || known.seen() < alert.seen()) {
      standing.put(alert.id(), alert);
      records.put(alert.id(), text);
    }
  }

  /** Takes the JSON of a dead letter; two of one record must say the same. */
  public void deadLetter(String key, byte[] json) {
    String text = new String(json, StandardCharsets.UTF_8);
    String known = deadLetters.putIfAbsent(key, text);
    if (known != null && !known.equals(text)) {
      throw new AssertionError("two dead letters of one record differ:\n" + known + "\n" + text);
    }
  }

  /** What stands by now. */
  public Answers answers() {
    SortedMap<String, String> alerts = new TreeMap<>();
    standing.forEach(
        (id, alert) -> {
          if (alert.isRaised()) {
            alerts.put(id, records.get(id));
          }
        });
    return new Answers(alerts, deadLetters);
  }

  /** How many records of alerts were taken. */
  public long raw() {
    return raw;
  }

  /** How many came for an alert that was known, having seen more or less than it. */
  public long superseded() {
    return superseded;
  }

  /** How many took an alert back. */
  public long withdrawn() {
    return withdrawn;
  }

  private static Alert read(byte[] json) {
    try {
      return AlertJson.read(json);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
