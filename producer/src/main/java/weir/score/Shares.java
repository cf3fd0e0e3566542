package weir.score;

/** Parts of a whole. */
final class Shares {
  private Shares() {}

  /** The share of a part; 0 if the whole is 0. */
  static double of(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}
