package weir.cli.rules;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import weir.control.Candidate;
import weir.model.Printable;
import weir.notice.Announced;
import weir.notice.BookChanges;
import weir.notice.BookChanges.RuleChange;
import weir.notice.BookChanges.RuleText;
import weir.notice.FieldChange;

/** The difference between two books, for a person. */
final class ChangesText {
  private ChangesText() {}

  /** What a file would change, and to which book. */
  static void printAgainst(Candidate candidate, PrintWriter out) {
    Announced standing = candidate.standing();
    if (standing != null) {
      out.println(
          "against book " + standing.number() + ", in force from " + Words.from(standing) + ":");
      print(candidate.changes(), out);
      String next = Words.takenOver(candidate.next(), candidate.announced().inForceFrom());
      if (!next.isEmpty()) {
        out.println(next.strip());
      }
    }
  }

  static void print(BookChanges changes, PrintWriter out) {
    fields("charter", changes.charter(), out);
    fields("currencyScale", changes.currencyScale(), out);
    changes.added().forEach(rule -> out.println("  + " + text(rule)));
    changes.removed().forEach(rule -> out.println("  - " + text(rule)));
    changes.changed().forEach(rule -> out.println("  ~ " + text(rule, changes)));
    if (changes.reordered()) {
      out.println("  the rules stand in another order");
    }
    if (changes.isNone() && changes.currencyScale().isEmpty()) {
      out.println("  no difference");
    }
  }

  private static void fields(String what, List<FieldChange> fields, PrintWriter out) {
    if (!fields.isEmpty()) {
      out.println("  ~ " + what + ": " + words(fields));
    }
  }

  private static String text(RuleText rule) {
    return rule.id()
        + " v"
        + rule.version()
        + ": "
        + rule.fields().entrySet().stream()
            .map(field -> field.getKey() + " " + Printable.text(field.getValue()))
            .collect(Collectors.joining(", "));
  }

  private static String text(RuleChange rule, BookChanges changes) {
    return rule.id()
        + " v"
        + rule.versionBefore()
        + (rule.versionBefore() == rule.versionAfter() ? "" : " → v" + rule.versionAfter())
        + ": "
        + (rule.fields().isEmpty() ? nothingSaid(changes) : words(rule.fields()));
  }

  private static String nothingSaid(BookChanges changes) {
    return changes.currencyScale().isEmpty() ? "only the version" : "its amounts, by currencyScale";
  }

  private static String words(List<FieldChange> fields) {
    return fields.stream()
        .map(field -> Printable.text(field.words()))
        .collect(Collectors.joining(", "));
  }
}
