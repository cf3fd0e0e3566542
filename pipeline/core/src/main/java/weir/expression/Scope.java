package weir.expression;

import java.io.Serializable;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What an expression may use.
 *
 * @param names of fields and features, with their types
 * @param lists whether it may ask lists
 */
public record Scope(Map<String, Type> names, boolean lists) implements Serializable {
  static final int MOST_LETTERS = 64;

  private static final Pattern NAME =
      Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0," + (MOST_LETTERS - 1) + "}");

  /** Words of CEL. */
  private static final Set<String> RESERVED =
      Set.of(
          "as",
          "break",
          "const",
          "continue",
          "else",
          "false",
          "for",
          "function",
          "if",
          "import",
          "in",
          "let",
          "loop",
          "namespace",
          "null",
          "package",
          "return",
          "true",
          "var",
          "void",
          "while");

  /** Throws {@link IllegalArgumentException} if an expression could not say one of the names. */
  public Scope {
    names = Collections.unmodifiableMap(new TreeMap<>(names));
    for (String name : names.keySet()) {
      if (!isName(name)) {
        throw new IllegalArgumentException("an expression cannot say '" + name + "'");
      }
    }
  }

  /** What is left of it for those who use these names alone. */
  Scope only(Set<String> used) {
    Map<String, Type> left = new TreeMap<>(names);
    left.keySet().retainAll(used);
    return new Scope(left, lists);
  }

  /** Whether an expression can say it. */
  public static boolean isName(String name) {
    return NAME.matcher(name).matches() && !RESERVED.contains(name);
  }
}
