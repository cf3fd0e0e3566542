package weir.traffic;

/**
 * How badly the way to the log treats records.
 *
 * @param outOfOrder share that arrives after later records, but in time
 * @param late share that arrives after the allowed lateness
 * @param duplicates share that arrives twice
 * @param future share whose event time is ahead of the log
 * @param malformed share that arrives broken
 * @param lagMillis how long one partition lags behind the others
 */
public record Hostility(
    double outOfOrder,
    double late,
    double duplicates,
    double future,
    double malformed,
    long lagMillis) {
  public static final Hostility NONE = new Hostility(0, 0, 0, 0, 0, 0);

  /** A little of everything, as on a bad day. */
  public static final Hostility USUAL = new Hostility(0.02, 0.001, 0.005, 0.0005, 0.001, 0);

  public Hostility {
    check("--out-of-order", outOfOrder);
    check("--late", late);
    check("--duplicates", duplicates);
    check("--future", future);
    check("--malformed", malformed);
    if (outOfOrder + late + duplicates + future + malformed > 1) {
      throw new IllegalArgumentException(
          "--out-of-order, --late, --duplicates, --future and --malformed"
              + " must not be more than 1 together");
    }
    if (lagMillis < 0) {
      throw new IllegalArgumentException("--lagging-partition must not be below 0");
    }
  }

  private static void check(String option, double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException(option + " must be a share from 0 to 1");
    }
  }
}
