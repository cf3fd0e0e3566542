package weir.dashboard.rules;

import java.util.List;
import java.util.Map;
import weir.notice.BookChanges;
import weir.notice.BookChanges.RuleText;
import weir.notice.FieldChange;

/** What a book says otherwise than another one, as it is sent to the page. */
public record Changes(
    List<FieldChange> charter,
    List<FieldChange> currencyScale,
    List<Line> added,
    List<Line> removed,
    List<BookChanges.RuleChange> changed,
    boolean reordered) {

  /**
   * A rule in one line.
   *
   * @param words its fields
   */
  public record Line(String id, int version, List<String> words) {}

  static Changes of(BookChanges changes) {
    return new Changes(
        changes.charter(),
        changes.currencyScale(),
        changes.added().stream().map(Changes::line).toList(),
        changes.removed().stream().map(Changes::line).toList(),
        changes.changed(),
        changes.reordered());
  }

  private static Line line(RuleText rule) {
    return new Line(
        rule.id(), rule.version(), rule.fields().entrySet().stream().map(Changes::words).toList());
  }

  private static String words(Map.Entry<String, String> field) {
    return field.getKey() + " " + field.getValue();
  }
}
