package weir.fields;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A place in a JSON object, as RFC 6901 defines it. A step is the name of a field; in an array, a
 * whole number without leading zeros is the place of an item, the first being 0.
 *
 * @param steps one at least
 */
public record Pointer(List<String> steps) implements Serializable {
  public static final int MOST_STEPS = 16;
  public static final int MAX_LENGTH = 256;

  /** In words, for messages. */
  public static final String FORM =
      "a JSON pointer such as /card/bin, of up to "
          + MOST_STEPS
          + " steps and "
          + MAX_LENGTH
          + " characters";

  private static final Pattern TEXT = Pattern.compile("(/([^/~]|~[01])*)+");
  private static final Pattern SLASH = Pattern.compile("/");

  public Pointer {
    steps = List.copyOf(steps);
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("a pointer without a step");
    }
  }

  /** The place of a field at the top. */
  public static Pointer to(String name) {
    return new Pointer(List.of(name));
  }

  /** Throws {@link IllegalArgumentException} if the text is none, or too long. */
  public static Pointer parse(String text) {
    if (text.length() > MAX_LENGTH || !TEXT.matcher(text).matches()) {
      throw new IllegalArgumentException(text);
    }
    List<String> steps = new ArrayList<>();
    for (String step : SLASH.split(text.substring(1), /* limit= */ -1)) {
      steps.add(step.replace("~1", "/").replace("~0", "~"));
    }
    if (steps.size() > MOST_STEPS) {
      throw new IllegalArgumentException(text);
    }
    return new Pointer(steps);
  }

  /** Whether the other place is this one, or lies within it. */
  public boolean leadsTo(Pointer other) {
    return steps.size() <= other.steps.size() && steps.equals(other.steps.subList(0, steps.size()));
  }

  /** The place that the first steps lead to. */
  public Pointer first(int count) {
    return new Pointer(steps.subList(0, count));
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (String step : steps) {
      text.append('/').append(step.replace("~", "~0").replace("/", "~1"));
    }
    return text.toString();
  }
}
