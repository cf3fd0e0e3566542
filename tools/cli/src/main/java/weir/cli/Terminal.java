package weir.cli;

/** What is known of the screen. */
final class Terminal {
  private Terminal() {}

  /** The script knows; Java can tell only since 22. */
  static boolean isInteractive() {
    return Boolean.getBoolean("weir.terminal");
  }
}
