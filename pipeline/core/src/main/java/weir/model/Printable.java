package weir.model;

/** What strangers wrote, made fit for a terminal. */
public final class Printable {
  private Printable() {}

  /** A terminal can be steered by control characters: every one becomes a mark. */
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
