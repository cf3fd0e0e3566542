package weir.backtest.tally;

/** One of two sides. */
public enum Which {
  /** What is compared with. */
  BEFORE,
  /** What is tried. */
  AFTER
}
