package weir.fields;

import java.util.Set;
import java.util.regex.Pattern;

/** What declared fields and keys can be called. */
public final class FieldNames {
  public static final int MAX_LENGTH = 64;

  /** In words, for messages. */
  public static final String FORM =
      "up to 64 letters, digits and underscores, the first a letter, such as card_bin";

  private static final Pattern PATTERN = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,63}");

  /** Words of the expression language, of the functions in it, and of features. */
  private static final Set<String> RESERVED =
      Set.of(
          // CEL's own.
          "in",
          "true",
          "false",
          "null",
          "as",
          "break",
          "const",
          "continue",
          "else",
          "for",
          "function",
          "if",
          "import",
          "let",
          "loop",
          "package",
          "namespace",
          "return",
          "var",
          "void",
          "while",
          // Its macros, functions and types.
          "has",
          "all",
          "exists",
          "exists_one",
          "map",
          "filter",
          "matches",
          "contains",
          "startsWith",
          "endsWith",
          "size",
          "type",
          "dyn",
          "int",
          "uint",
          "double",
          "bool",
          "string",
          "bytes",
          "duration",
          "null_type",
          "google",
          // Weir's.
          "list",
          "value",
          "user",
          "itself",
          "fraud");

  private FieldNames() {}

  public static boolean isOne(String name) {
    return PATTERN.matcher(name).matches();
  }

  /** Whether expressions mean something else by it. */
  public static boolean isReserved(String name) {
    return RESERVED.contains(name);
  }
}
