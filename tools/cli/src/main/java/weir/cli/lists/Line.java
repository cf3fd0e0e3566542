package weir.cli.lists;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import weir.cli.lists.Difference.Replaced;
import weir.model.Json;
import weir.model.Printable;
import weir.notice.Member;

/** Members and changes of lists, for a person. */
final class Line {
  private static final int MOST_LINES = 20;
  private static final String NONE = "none";

  private Line() {}

  /** What changes, in as many lines as a person reads. */
  static void print(Difference difference, PrintWriter out) {
    print("+", difference.added(), each -> out.println("  + " + text(each)), out);
    print("~", difference.replaced(), each -> out.println("  ~ " + text(each)), out);
    print("-", difference.removed(), each -> out.println("  - " + id(each)), out);
  }

  private static <T> void print(String mark, List<T> all, Consumer<T> each, PrintWriter out) {
    all.stream().limit(MOST_LINES).forEach(each);
    if (all.size() > MOST_LINES) {
      out.println(String.format(Locale.ROOT, "  %s and %,d more", mark, all.size() - MOST_LINES));
    }
  }

  private static String id(Member member) {
    return Printable.text(member.id());
  }

  private static String text(Member member) {
    List<String> parts = new ArrayList<>();
    if (member.value() != null) {
      parts.add("value " + value(member));
    }
    if (member.until() != null) {
      parts.add("until " + until(member));
    }
    if (!member.note().isEmpty()) {
      parts.add(note(member));
    }
    return id(member) + (parts.isEmpty() ? "" : ": " + String.join(", ", parts));
  }

  private static String text(Replaced replaced) {
    Member before = replaced.before();
    Member after = replaced.after();
    List<String> parts = new ArrayList<>();
    if (!value(before).equals(value(after))) {
      parts.add("value " + orNone(value(before)) + " → " + orNone(value(after)));
    }
    if (!Objects.equals(before.until(), after.until())) {
      parts.add("until " + orNone(until(before)) + " → " + orNone(until(after)));
    }
    if (!before.note().equals(after.note())) {
      parts.add("note " + orNone(note(before)) + " → " + orNone(note(after)));
    }
    return id(after) + ": " + String.join(", ", parts);
  }

  private static String orNone(String text) {
    return text.isEmpty() ? NONE : text;
  }

  static String value(Member member) {
    return member.value() == null ? "" : member.value().toPlainString();
  }

  static String until(Member member) {
    return time(member.until());
  }

  private static String time(@Nullable Long millis) {
    return millis == null ? "" : Json.time(millis);
  }

  static String note(Member member) {
    return Printable.text(member.note());
  }
}
