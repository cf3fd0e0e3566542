package weir.fields;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a declared field holds. */
public enum DeclaredType {
  TEXT,
  /** A decimal, exact to {@link Millionths}. */
  NUMBER,
  BOOL;

  /** As it stands in a charter. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static List<String> codes() {
    return Arrays.stream(values()).map(DeclaredType::code).toList();
  }

  /** The type of that code; there must be one. */
  public static DeclaredType of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
