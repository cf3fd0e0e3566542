package weir.score;

/** Parts of a whole. */
final class Shares {
  private Shares() {}

  /** Nothing of nothing is a share of 0. */
  static double of(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}
