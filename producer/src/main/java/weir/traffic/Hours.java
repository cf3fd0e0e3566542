package weir.traffic;

/** When people are awake. */
final class Hours {
  static final int IN_A_DAY = 24;

  private static final double[] PAYING = {
    0.1, 0.06, 0.05, 0.05, 0.05, 0.08, 0.2, 0.45, 0.6, 0.7, 0.75, 0.85, 1, 0.9, 0.8, 0.8, 0.85,
    0.95, 1, 0.95, 0.8, 0.6, 0.35, 0.2
  };

  private Hours() {}

  /** How likely it is that a person pays at this hour, compared with noon. */
  static double likelihood(int hour) {
    return PAYING[hour];
  }
}
