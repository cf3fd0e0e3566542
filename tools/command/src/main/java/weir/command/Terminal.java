package weir.command;

/** What is known of the screen. */
public final class Terminal {
  private Terminal() {}

  /** The script knows; Java can tell only since 22. */
  public static boolean isInteractive() {
    return Boolean.getBoolean("weir.terminal");
  }
}
