package weir.options;

/** Where a run begins that has no checkpoint to go on from. */
public enum StartFrom {
  /** At the beginning of the log: all answers are exact. */
  EARLIEST,
  /** Where the consumer group stopped; without one at the beginning. Windows before are unknown. */
  COMMITTED,
  /**
   * So far before the place where the consumer group stopped that every window is known which can
   * still change: all answers are exact.
   */
  COMMITTED_MINUS_HORIZON,
  /** At the end of the log: only what comes from now on. Windows before are unknown. */
  LATEST
}
