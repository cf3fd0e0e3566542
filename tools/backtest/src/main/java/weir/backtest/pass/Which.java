package weir.backtest.pass;

/** One of two sides. */
enum Which {
  /** What is compared with. */
  BEFORE,
  /** What is tried. */
  AFTER
}
