package weir.io;

/** Where a run begins that has no checkpoint to go on from. */
public enum StartFrom {
  /** At the beginning of the log: all answers are exact. */
  EARLIEST,
  /** Where the consumer group stopped; without one at the beginning. Windows before are unknown. */
  COMMITTED,
  /** At the end of the log: only what comes from now on. Windows before are unknown. */
  LATEST
}
