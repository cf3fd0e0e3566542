package weir.fields;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The values of declared fields, in the order of their names. What is absent is not there. */
public final class DeclaredValues {
  /** Where no field is declared, or none is there. */
  public static final DeclaredValues NONE = new DeclaredValues(new String[0], new Object[0]);

  private final String[] names;

  /** A text, a number as whole {@link Millionths}, or a truth each. */
  private final Object[] values;

  private DeclaredValues(String[] names, Object[] values) {
    this.names = names;
    this.values = values;
  }

  /** Takes the values one by one. */
  public interface Cases<X extends Exception> {
    void text(String name, String value) throws X;

    void number(String name, long millionths) throws X;

    void truth(String name, boolean value) throws X;
  }

  /**
   * The values of fields.
   *
   * @param names in their order. The caller leaves them as they are: a million transactions share
   *     them
   * @param values a text, a number as whole millionths, a truth, or null where it is absent, each
   */
  public static DeclaredValues of(String[] names, @Nullable Object[] values) {
    int present = 0;
    for (int i = 0; i < names.length; i++) {
      if (i > 0 && names[i - 1].compareTo(names[i]) >= 0) {
        throw new IllegalArgumentException("names out of their order");
      }
      if (values[i] != null) {
        check(values[i]);
        present++;
      }
    }
    if (present == 0) {
      return NONE;
    }
    String[] presentNames = present == names.length ? names : new String[present];
    Object[] presentValues = new Object[present];
    int next = 0;
    for (int i = 0; i < names.length; i++) {
      Object value = values[i];
      if (value != null) {
        presentNames[next] = names[i];
        presentValues[next++] = value;
      }
    }
    return new DeclaredValues(presentNames, presentValues);
  }

  /** The same with decimals as numbers. */
  public static DeclaredValues of(Map<String, ?> values) {
    TreeMap<String, Object> sorted = new TreeMap<>();
    values.forEach(
        (name, value) ->
            sorted.put(name, value instanceof BigDecimal decimal ? Millionths.of(decimal) : value));
    return of(sorted.keySet().toArray(String[]::new), sorted.values().toArray());
  }

  private static void check(@Nullable Object value) {
    boolean fits =
        value instanceof String
            || value instanceof Boolean
            || (value instanceof Long number && Millionths.isOne(number));
    if (!fits) {
      throw new IllegalArgumentException("no value of a declared field: " + value);
    }
  }

  public boolean isEmpty() {
    return names.length == 0;
  }

  public int size() {
    return names.length;
  }

  /** Hands on the values in the order of their names. */
  public <X extends Exception> void forEach(Cases<X> cases) throws X {
    for (int i = 0; i < names.length; i++) {
      Object value = values[i];
      if (value instanceof String text) {
        cases.text(names[i], text);
      } else if (value instanceof Long number) {
        cases.number(names[i], number);
      } else {
        cases.truth(names[i], (Boolean) value);
      }
    }
  }

  /** The text of that name; absent if there is none. */
  public @Nullable String text(String name) {
    return value(name) instanceof String text ? text : null;
  }

  /** The number of that name as whole {@link Millionths}; absent if there is none. */
  public @Nullable Long millionths(String name) {
    return value(name) instanceof Long number ? number : null;
  }

  /** The truth of that name; absent if there is none. */
  public @Nullable Boolean truth(String name) {
    return value(name) instanceof Boolean truth ? truth : null;
  }

  private @Nullable Object value(String name) {
    int place = Arrays.binarySearch(names, name);
    return place < 0 ? null : values[place];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DeclaredValues that
        && Arrays.equals(names, that.names)
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(names) + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("DeclaredValues[");
    for (int i = 0; i < names.length; i++) {
      Object value = values[i] instanceof Long number ? Millionths.text(number) : values[i];
      text.append(i == 0 ? "" : ", ").append(names[i]).append('=').append(value);
    }
    return text.append(']').toString();
  }
}
