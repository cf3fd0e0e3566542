package weir.history;

/** When values of a trait were seen before all that a history holds. */
public interface Older {
  /** Never. */
  Older NOTHING = value -> Older.NEVER;

  /** Earlier than any time. */
  long NEVER = Long.MIN_VALUE;

  /** When the value was seen last, or {@link #NEVER}. */
  long lastSeen(String value);
}
