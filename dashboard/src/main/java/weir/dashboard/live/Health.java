package weir.dashboard.live;

import org.jspecify.annotations.Nullable;

/**
 * What can be said of the judging.
 *
 * @param since since when transactions have waited, in epoch milliseconds; absent if none waits
 * @param sign what showed last that the pipeline judges, and when in epoch milliseconds
 */
public record Health(
    State state, @Nullable Long since, @Nullable Sign sign, @Nullable Long signAt) {
  static final Health UNKNOWN = new Health(State.UNKNOWN, null, null, null);

  /** How the judging is. */
  public enum State {
    /**
     * A source is away, or nothing has shown yet that there is a pipeline, or nothing ever would.
     */
    UNKNOWN,
    /** Nothing waits, and nothing comes. */
    IDLE,
    JUDGED,
    /** The next sign is overdue, but may still come. */
    LATE,
    /** Transactions arrive and are not judged. */
    STALLED
  }

  /** What shows that the pipeline judges. */
  public enum Sign {
    OFFSET,
    ROW,
    /** An alert or a dead letter. */
    ANSWER
  }
}
