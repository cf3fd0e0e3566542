package weir.dashboard.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import weir.files.YamlFile;
import weir.files.YamlMap;

/** When a rule fires, in one sentence made of the words of its book. */
final class RuleSentence {
  private static final String FILTER = "filter.";

  private RuleSentence() {}

  /** The sentences of a book that is sound, by the ids of its rules. */
  static Map<String, String> of(String text) {
    Map<String, String> sentences = new LinkedHashMap<>();
    for (YamlMap rule : YamlFile.parse(Checks.NAME, text).maps("rules", "rules")) {
      Map<String, String> fields = rule.said();
      sentences.put(fields.getOrDefault("id", ""), sentence(fields));
    }
    return sentences;
  }

  private static String sentence(Map<String, String> fields) {
    return "Fires on " + what(fields) + filter(fields);
  }

  private static String what(Map<String, String> fields) {
    String by = fields.get("by");
    String whose = by == null ? "of a user" : "with one " + by;
    String kind = fields.getOrDefault("kind", "");
    return switch (kind) {
      case "amount-over" -> "a payment over " + said(fields, "limit");
      case "count-in-window" ->
          "more than "
              + said(fields, "moreThan")
              + " payments "
              + whose
              + " within "
              + said(fields, "window");
      case "sum-in-window" ->
          "payments "
              + whose
              + " within "
              + said(fields, "window")
              + " that are more than "
              + said(fields, "limit")
              + " together";
      case "distinct-places" ->
          "payments "
              + whose
              + " in "
              + said(fields, "atLeast")
              + " places or more within "
              + said(fields, "window");
      case "travel-speed" ->
          "payments "
              + whose
              + " that are over "
              + said(fields, "overKm")
              + " km apart, faster than "
              + said(fields, "overKmh")
              + " km/h";
      case "total-in-windows" ->
          "more than "
              + said(fields, "limit")
              + " spent by a user in a window of "
              + said(fields, "window")
              + ", one every "
              + said(fields, "every");
      default -> asked(kind, fields.get("when"), fields);
    };
  }

  private static String asked(String kind, @Nullable String when, Map<String, String> fields) {
    if (when != null) {
      return "a payment when " + when;
    }
    List<String> words = new ArrayList<>();
    fields.forEach(
        (name, value) -> {
          if (!List.of("id", "version", "kind", "severity", "mode", "rollout").contains(name)
              && !name.startsWith(FILTER)) {
            words.add(name + " " + value);
          }
        });
    return kind + ": " + String.join(", ", words);
  }

  private static String said(Map<String, String> fields, String name) {
    return fields.getOrDefault(name, "?");
  }

  private static String filter(Map<String, String> fields) {
    List<String> words = new ArrayList<>();
    fields.forEach(
        (name, value) -> {
          if (name.startsWith(FILTER)) {
            words.add(name.substring(FILTER.length()) + " " + value);
          }
        });
    return words.isEmpty() ? "" : ", where " + String.join(", ", words);
  }
}
