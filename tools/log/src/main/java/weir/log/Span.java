package weir.log;

/**
 * A stretch of log time.
 *
 * @param from the first log time in it
 * @param to the first log time after it
 */
public record Span(long from, long to) {
  public static final Span ALL = new Span(Long.MIN_VALUE, Long.MAX_VALUE);

  /** Whether anything is before it. */
  public boolean hasBegin() {
    return from != Long.MIN_VALUE;
  }

  /** Whether anything is after it. */
  public boolean hasEnd() {
    return to != Long.MAX_VALUE;
  }
}
