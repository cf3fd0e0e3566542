package weir.filter;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import weir.fields.DeclaredValues;
import weir.fields.Millionths;
import weir.files.Numbers;
import weir.files.YamlMap;

/** Between which bounds a declared number must be; the bounds are whole {@link Millionths}. */
public record NumberFilter(
    String field, @Nullable Long over, @Nullable Long below, @Nullable Long atMost)
    implements FieldFilter {
  private static final String OVER = "Over";
  private static final String BELOW = "Below";
  private static final String AT_MOST = "AtMost";

  static List<String> words(String field) {
    return List.of(field + OVER, field + BELOW, field + AT_MOST);
  }

  static NumberFilter read(YamlMap yaml, String field) {
    NumberFilter filter =
        new NumberFilter(
            field,
            bound(yaml, field + OVER),
            bound(yaml, field + BELOW),
            bound(yaml, field + AT_MOST));
    if (yaml.isSound(words(field).toArray(String[]::new)) && !filter.canMatch()) {
      String last =
          Stream.of(AT_MOST, BELOW, OVER).map(field::concat).filter(yaml::has).findFirst().get();
      yaml.wrong(
          last,
          "no number can be"
              + filter.bounds()
              + ", so the rule can never fire; change one of its bounds");
    }
    return filter;
  }

  private static @Nullable Long bound(YamlMap yaml, String name) {
    return yaml.has(name)
        ? yaml.read(name, Millionths.FORM + ", such as 0.5", NumberFilter::exact, 0L)
        : null;
  }

  private static long exact(String text) {
    try {
      long bound = Millionths.of(Numbers.decimal(text));
      if (Millionths.toDecimal(bound).compareTo(Numbers.decimal(text)) == 0) {
        return bound;
      }
    } catch (ArithmeticException tooLarge) {
      // Said below.
    }
    throw new IllegalArgumentException(text);
  }

  private boolean canMatch() {
    long least = over == null ? -Millionths.MOST : over + 1;
    long most = Millionths.MOST;
    most = below == null ? most : Math.min(most, below - 1);
    most = atMost == null ? most : Math.min(most, atMost);
    return least <= most && -Millionths.MOST <= most;
  }

  /** " over 5 and below 3". */
  private String bounds() {
    return Stream.of(bound("over", over), bound("below", below), bound("at most", atMost))
        .filter(bound -> !bound.isEmpty())
        .collect(Collectors.joining(" and"));
  }

  private static String bound(String words, @Nullable Long bound) {
    return bound == null ? "" : " " + words + " " + Millionths.text(bound);
  }

  @Override
  public boolean matches(DeclaredValues values, long logTime, Lists lists) {
    Long value = values.millionths(field);
    return value != null
        && (over == null || value > over)
        && (below == null || value < below)
        && (atMost == null || value <= atMost);
  }
}
