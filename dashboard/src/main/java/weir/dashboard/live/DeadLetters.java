package weir.dashboard.live;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import weir.model.Json;

/** Dead letters of the topic by their reasons, as far as they were read. */
public final class DeadLetters {
  /** The reasons are Weir's own and few; a topic may hold anything. */
  private static final int MOST_REASONS = 20;

  private static final int LONGEST_REASON = 64;

  private static final String OTHER = "other";

  private final Map<String, Long> byReason = new TreeMap<>();

  void add(byte[] record) {
    String reason = reason(record);
    synchronized (byReason) {
      boolean room = byReason.containsKey(reason) || byReason.size() < MOST_REASONS;
      byReason.merge(room ? reason : OTHER, 1L, Long::sum);
    }
  }

  /** The reason is the first field: the rest, which holds the original, need not be read. */
  private static String reason(byte[] record) {
    try (JsonParser json = Json.FACTORY.createParser(record)) {
      if (json.nextToken() == JsonToken.START_OBJECT && "reason".equals(json.nextFieldName())) {
        String reason = json.nextTextValue();
        return reason == null || reason.length() > LONGEST_REASON ? OTHER : reason;
      }
    } catch (IOException foreign) {
      return OTHER;
    }
    return OTHER;
  }

  public Map<String, Long> byReason() {
    synchronized (byReason) {
      return Map.copyOf(byReason);
    }
  }
}
