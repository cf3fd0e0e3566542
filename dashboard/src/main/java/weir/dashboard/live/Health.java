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
  /** As many records may wait for their commit in any case. */
  static final long FEW = 1000;

  /** What arrives in so long may wait as well: an engine commits what it read a while ago. */
  static final long USUAL_SECONDS = 180;

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
    /** Transactions are judged, but many wait. */
    BEHIND,
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

  /** The same, or that the pipeline is behind, by its offsets and by how many records arrive. */
  Health with(@Nullable Long unread, @Nullable Double perSecond) {
    return state == State.JUDGED
            && unread != null
            && perSecond != null
            && unread > Math.max(FEW, perSecond * USUAL_SECONDS)
        ? new Health(State.BEHIND, since, sign, signAt)
        : this;
  }
}
