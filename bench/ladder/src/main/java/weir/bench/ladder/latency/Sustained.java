package weir.bench.ladder.latency;

/**
 * The greatest load that a contestant could bear.
 *
 * @param producerBound whether it was the sender that could do no more
 */
record Sustained(double rate, boolean producerBound) {

  /** As somebody says. */
  static Sustained given(double rate) {
    return new Sustained(rate, false);
  }
}
