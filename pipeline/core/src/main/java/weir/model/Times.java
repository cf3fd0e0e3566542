package weir.model;

/** The times that Weir knows: later ones have no four-digit year in ISO-8601. */
public final class Times {
  /** Their description in messages. */
  public static final String BOUNDS = "between 1970 and 9999";

  /** The last millisecond of the year 9999. */
  public static final long LAST = 253_402_300_799_999L;

  private Times() {}

  /** Whether epoch milliseconds are such a time. */
  public static boolean isUsable(long millis) {
    return millis >= 0 && millis <= LAST;
  }
}
