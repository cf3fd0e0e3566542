package weir.notice;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import weir.files.Durations;
import weir.filter.Names;

/**
 * A field that says something else than before.
 *
 * @param name with dots where it stands inside others
 * @param before absent if nothing was said
 * @param after absent if nothing is said any more
 */
public record FieldChange(String name, @Nullable String before, @Nullable String after) {
  private static final Pattern COMMA = Pattern.compile(",");

  /** Those that differ in meaning; in the order of what is said now. */
  static List<FieldChange> between(Map<String, String> before, Map<String, String> after) {
    return between(before, after, FieldChange::meaning);
  }

  /** Those that differ in any letter. */
  static List<FieldChange> exact(Map<String, String> before, Map<String, String> after) {
    return between(before, after, said -> said);
  }

  private static List<FieldChange> between(
      Map<String, String> before, Map<String, String> after, Function<String, Object> meaning) {
    Set<String> names = new LinkedHashSet<>(after.keySet());
    names.addAll(before.keySet());
    List<FieldChange> changes = new ArrayList<>();
    for (String name : names) {
      String old = before.get(name);
      String now = after.get(name);
      if (old == null || now == null || !meaning.apply(old).equals(meaning.apply(now))) {
        changes.add(new FieldChange(name, old, now));
      }
    }
    return List.copyOf(changes);
  }

  /** 60 s are 1 min, and names are a set without regard to case. */
  private static Object meaning(String said) {
    try {
      return Durations.parse(said);
    } catch (IllegalArgumentException other) {
      Set<String> names = new TreeSet<>();
      COMMA.splitAsStream(said).map(Names::fold).forEach(names::add);
      return names;
    }
  }

  /** Such as "limit 3500 → 3000". */
  public String words() {
    return name
        + " "
        + (before == null ? "none" : before)
        + " → "
        + (after == null ? "none" : after);
  }
}
