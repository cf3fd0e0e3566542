package weir.traffic;

/** How long each person makes no further ordinary payment. */
final class Pauses {
  private static final long NANOS_PER_SECOND = 1_000_000_000;
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final long lengthNanos;

  /** In seconds since the beginning, which is half as large as exact instants would be. */
  private final int[] until;

  Pauses(int users, long lengthMillis) {
    lengthNanos = lengthMillis * NANOS_PER_MILLI;
    until = new int[users];
  }

  /** Lets a person pause after a payment, if not for longer already. */
  void begin(int number, long nanos) {
    until[number] = Math.max(until[number], seconds(nanos + lengthNanos) + 1);
  }

  boolean isOver(int number, long nanos) {
    return until[number] <= seconds(nanos);
  }

  /** The first instant at which a person's pause is over. */
  long endNanos(int number) {
    return until[number] * NANOS_PER_SECOND;
  }

  private static int seconds(long nanos) {
    return (int) (nanos / NANOS_PER_SECOND);
  }
}
