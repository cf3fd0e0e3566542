package weir.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A second implementation of lists: each question goes through every change again. */
final class NaiveLists {
  private final List<Change> changes = new ArrayList<>();

  /** A change as it was written, and the log time from which it holds. */
  private record Change(long from, JsonNode notice) {}

  void hear(JsonNode notice, long from) {
    changes.add(new Change(from, notice));
    changes.sort(Comparator.comparingLong(Change::from)); // is stable
  }

  /** Whether a notice about a list is legal. */
  static boolean isSound(JsonNode notice) {
    String list = notice.path("list").asText();
    if (!list.matches("[a-z0-9][a-z0-9-]{0,63}")) {
      return false;
    }
    Set<String> ids = new HashSet<>();
    List<String> all = new ArrayList<>();
    notice.path("add").forEach(member -> all.add(member.path("id").asText()));
    notice.path("remove").forEach(id -> all.add(id.asText()));
    for (String id : all) {
      boolean isPair = id.matches("(?s)[a-z0-9][a-z0-9-]{0,63}/.+");
      if (id.isBlank()
          || id.length() > 64 + 1 + 256
          || !ids.add(id)
          || (list.equals("snoozed") && !isPair)) {
        return false;
      }
    }
    return !all.isEmpty() || notice.has("clear");
  }

  boolean has(String list, String id, long logTime) {
    boolean has = false;
    for (Change each : changes) {
      if (each.from() <= logTime && each.notice().path("list").asText().equals(list)) {
        has &= !each.notice().has("clear");
        for (JsonNode member : each.notice().path("add")) {
          if (member.path("id").asText().equals(id)) {
            has =
                !member.has("until")
                    || logTime < Instant.parse(member.path("until").asText()).toEpochMilli();
          }
        }
        for (JsonNode member : each.notice().path("remove")) {
          has &= !member.asText().equals(id);
        }
      }
    }
    return has;
  }
}
