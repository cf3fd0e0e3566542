package weir.notice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import weir.book.RuleBook;
import weir.files.YamlFile;
import weir.files.YamlMap;
import weir.rules.Rule;

/**
 * What a book says otherwise than another one, in the words of their files.
 *
 * @param reordered whether rules that stand in both stand in another order; answers name those that
 *     fired in the order of the book
 */
public record BookChanges(
    List<FieldChange> charter,
    List<FieldChange> currencyScale,
    List<RuleText> added,
    List<RuleText> removed,
    List<RuleChange> changed,
    boolean reordered) {

  /** A rule as a book says it. */
  public record RuleText(String id, int version, Map<String, String> fields) {}

  /**
   * A rule that means something else than before.
   *
   * @param fields which of them differ, the version apart; none if only the amounts do, by the
   *     currency scale, or only the version
   */
  public record RuleChange(
      String id, int versionBefore, int versionAfter, List<FieldChange> fields) {}

  /** What is different, from one book to another. */
  public static BookChanges between(
      RuleBook before, String textBefore, RuleBook after, String textAfter) {
    Side from = Side.of(before, textBefore);
    Side to = Side.of(after, textAfter);
    List<RuleText> added = new ArrayList<>();
    List<RuleChange> changed = new ArrayList<>();
    to.rules.forEach(
        (id, rule) -> {
          RuleText old = from.texts.get(id);
          RuleText now = to.text(id);
          if (old == null) {
            added.add(now);
          } else if (!rule.equals(from.rules.get(id))) {
            changed.add(
                new RuleChange(
                    id,
                    old.version(),
                    now.version(),
                    FieldChange.between(old.fields(), now.fields())));
          }
        });
    List<RuleText> removed =
        from.texts.values().stream().filter(rule -> !to.rules.containsKey(rule.id())).toList();
    return new BookChanges(
        FieldChange.exact(before.charter().said(), after.charter().said()),
        FieldChange.between(from.scale, to.scale),
        List.copyOf(added),
        removed,
        List.copyOf(changed),
        !common(before, to).equals(common(after, from)));
  }

  /** Whether both judge the same way. */
  public boolean isNone() {
    return charter.isEmpty()
        && added.isEmpty()
        && removed.isEmpty()
        && changed.isEmpty()
        && !reordered;
  }

  private static List<String> common(RuleBook book, Side other) {
    return book.rules().stream()
        .map(rule -> rule.header().id())
        .filter(other.rules::containsKey)
        .toList();
  }

  /** A book with its words, rules by their ids. */
  private record Side(
      Map<String, Rule> rules, Map<String, RuleText> texts, Map<String, String> scale) {

    static Side of(RuleBook book, String text) {
      Map<String, Rule> rules = new LinkedHashMap<>();
      book.rules().forEach(rule -> rules.put(rule.header().id(), rule));
      YamlMap top = YamlFile.parse("the book", text);
      Map<String, RuleText> texts = new LinkedHashMap<>();
      for (YamlMap each : top.maps("rules", "rules")) {
        Map<String, String> fields = each.said();
        String id = fields.getOrDefault("id", "");
        fields.remove("id");
        fields.remove("version");
        Rule rule = rules.get(id);
        if (rule != null) {
          rule.featureNames().forEach(name -> fields.put("feature " + name, feature(top, name)));
          texts.put(id, new RuleText(id, rule.header().version(), fields));
        }
      }
      boolean scaled = top.has("currencyScale");
      return new Side(rules, texts, scaled ? top.map("currencyScale").said() : Map.of());
    }

    /** A feature in the words of the book: its rules mean something else if it does. */
    private static String feature(YamlMap top, String name) {
      return top.map("features").map(name).said().entrySet().stream()
          .map(each -> each.getKey() + " " + each.getValue())
          .collect(Collectors.joining(", "));
    }

    RuleText text(String id) {
      RuleText text = texts.get(id);
      if (text == null) {
        throw new IllegalArgumentException("the text is not that of the book: no rule " + id);
      }
      return text;
    }
  }
}
