package weir.traffic;

/** How many people are needed so that the payments of a rate are those of ordinary lives. */
public final class People {
  /** A smaller world has too few homes and habits to look like one. */
  private static final int LEAST = 20_000;

  /**
   * With fewer people for each payment a second, honest people pay four times a minute by chance.
   */
  private static final int FOR_EACH_PER_SECOND = 400;

  private static final int MOST = 4_000_000;

  private People() {}

  /** Enough people for the busiest hour of a rate. */
  public static int enoughFor(Rate rate) {
    double enough = Math.ceil(rate.atPeak() * FOR_EACH_PER_SECOND);
    return (int) Math.max(LEAST, Math.min(MOST, enough));
  }
}
