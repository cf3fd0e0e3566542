package weir.bench.ladder.latency;

/**
 * The greatest load that a contestant could bear.
 *
 * @param producerBound whether the sender could do no more, not the contestant
 */
record Sustained(double rate, boolean producerBound) {

  /** A rate that the user gives. */
  static Sustained given(double rate) {
    return new Sustained(rate, false);
  }
}
