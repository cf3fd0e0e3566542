package weir.options;

/** Where a run starts if it has no checkpoint. */
public enum StartFrom {
  /** At the beginning of the log: all answers are exact. */
  EARLIEST,
  /**
   * Where the consumer group stopped, or at the beginning if there is none. Earlier windows are
   * unknown.
   */
  COMMITTED,
  /**
   * Far enough before the place where the consumer group stopped to know every window that can
   * still change: all answers are exact.
   */
  COMMITTED_MINUS_HORIZON,
  /** At the end of the log: only new records. Earlier windows are unknown. */
  LATEST
}
