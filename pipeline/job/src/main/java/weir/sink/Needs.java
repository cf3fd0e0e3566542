package weir.sink;

/**
 * What a sink needs of the job besides answers.
 *
 * @param settleMillis how long it may take until all answers to a record are written: its offset
 *     must not be committed earlier
 * @param spanMillis the span of log time for which answers wait before they are written; 0 if they
 *     do not
 */
public record Needs(long settleMillis, long spanMillis) {
  public static final Needs NOTHING = new Needs(0, 0);

  /** What satisfies both. */
  public Needs and(Needs other) {
    return new Needs(
        Math.max(settleMillis, other.settleMillis), Math.max(spanMillis, other.spanMillis));
  }
}
