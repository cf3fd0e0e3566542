package weir.command;

/** What is known of the screen and the keyboard. */
public final class Terminal {
  private Terminal() {}

  /** The script knows; Java can tell only since 22. */
  public static boolean isInteractive() {
    return Boolean.getBoolean("weir.terminal");
  }

  /** Whether somebody sees a question and can type an answer. */
  public static boolean canAsk() {
    return isInteractive() && Boolean.getBoolean("weir.keyboard");
  }
}
