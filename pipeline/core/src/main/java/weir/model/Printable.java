package weir.model;

/** Makes foreign text safe for a terminal. */
public final class Printable {
  private Printable() {}

  /** Replaces control characters, which could steer a terminal, by a mark. */
  public static String text(String text) {
    return text.codePoints()
        .map(
            c ->
                Character.isISOControl(c) || Character.getType(c) == Character.FORMAT
                    ? '\uFFFD'
                    : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
