package weir.cli;

/** What is known of the screen, and what may not reach it. */
final class Terminal {
  private Terminal() {}

  /** The script knows; Java can tell only since 22. */
  static boolean isInteractive() {
    return Boolean.getBoolean("weir.terminal");
  }

  /** What a stranger wrote could steer the terminal: every control character becomes a mark. */
  static String plain(String text) {
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
